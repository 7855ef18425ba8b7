package dev.hourbridge.simulators.livetimer;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries as LiveTimer does.
 *
 * <p>The order of elements, the spelling of empty values and the white space differ between the vendor's samples. All
 * of these variants are written, so a client cannot depend on one of them.
 */
final class LiveTimerXml {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private final LiveTimerAccount account;
    private final boolean paddedNotes;

    LiveTimerXml(LiveTimerAccount account, boolean paddedNotes) {
        this.account = account;
        this.paddedNotes = paddedNotes;
    }

    /** Appends an entry in the documented order of a list and of a single entry. */
    void entry(StringBuilder xml, StoredLiveTimerEntry entry, Set<String> include) {
        xml.append("<time-entry>\n");
        id(xml, entry);
        time(xml, entry);
        note(xml, entry);
        audit(xml, entry);
        user(xml, entry, include);
        classification(xml, entry, include);
        xml.append("</time-entry>\n");
    }

    /** Returns an entry in the documented order of the response to a create. */
    String created(StoredLiveTimerEntry entry) {
        StringBuilder xml = new StringBuilder(DECLARATION).append("<time-entry>\n");
        id(xml, entry);
        user(xml, entry, Set.of());
        time(xml, entry);
        classification(xml, entry, Set.of());
        note(xml, entry);
        audit(xml, entry);
        return xml.append("</time-entry>\n").toString();
    }

    /**
     * Returns a page.
     *
     * @param total the number of entries on all pages
     * @param start the position of the first entry on this page, starting at 1; 0 if the page is empty
     * @param end the position of the last entry on this page
     * @param include the kinds of items to describe completely
     */
    String list(List<StoredLiveTimerEntry> page, int total, int start, int end, Set<String> include) {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<time-entries total=\"%d\" end=\"%d\" start=\"%d\">\n".formatted(total, end, start));
        page.forEach(entry -> entry(xml, entry, include));
        return xml.append("</time-entries>\n").toString();
    }

    /** Returns the body of a response with status 422. */
    static String errors(List<String> messages) {
        StringBuilder xml = new StringBuilder(DECLARATION).append("<errors>\n");
        messages.forEach(
                message -> xml.append("  <error>").append(escaped(message)).append("</error>\n"));
        return xml.append("</errors>\n").toString();
    }

    private static void id(StringBuilder xml, StoredLiveTimerEntry entry) {
        typed(xml, "id", "integer", Long.toString(entry.id()));
    }

    private static void time(StringBuilder xml, StoredLiveTimerEntry entry) {
        entry.startTime().ifPresent(start -> typed(xml, "start-time", "datetime", DATE_TIME.format(start)));
        entry.endTime().ifPresent(end -> typed(xml, "end-time", "datetime", DATE_TIME.format(end)));
        entry.startDate().ifPresent(day -> typed(xml, "start-date", "date", day.toString()));
        typed(xml, "duration", "integer", Integer.toString(entry.minutes()));
    }

    private static void audit(StringBuilder xml, StoredLiveTimerEntry entry) {
        typed(xml, "created-at", "datetime", DATE_TIME.format(entry.createdAt().atOffset(ZoneOffset.UTC)));
        typed(xml, "updated-at", "datetime", DATE_TIME.format(entry.updatedAt().atOffset(ZoneOffset.UTC)));
    }

    private void note(StringBuilder xml, StoredLiveTimerEntry entry) {
        if (entry.note().isEmpty()) {
            xml.append("  <note/>\n");
            return;
        }
        // A CDATA section cannot contain its end marker, so the marker is split over two sections.
        String safe = entry.note().replace("]]>", "]]]]><![CDATA[>");
        xml.append(paddedNotes ? "  <note>\n    <![CDATA[" : "  <note><![CDATA[")
                .append(safe)
                .append(paddedNotes ? "]]>\n  </note>\n" : "]]></note>\n");
    }

    private void user(StringBuilder xml, StoredLiveTimerEntry entry, Set<String> include) {
        LiveTimerUser user = account.users.get(entry.userId());
        if (!include.contains("users") || user == null) {
            typed(xml, "user-id", "integer", Long.toString(entry.userId()));
            return;
        }
        xml.append("<user>\n");
        typed(xml, "id", "integer", Long.toString(user.id()));
        text(xml, "name", user.name());
        typed(xml, "active", "boolean", Boolean.toString(user.active()));
        xml.append("</user>\n");
    }

    private void classification(StringBuilder xml, StoredLiveTimerEntry entry, Set<String> include) {
        LiveTimerItem task = account.taskOf(entry);
        if (task != null && include.contains("tasks")) {
            task(xml, task, include);
        } else if (entry.taskId().isPresent()) {
            typed(xml, "task-id", "integer", Long.toString(entry.taskId().getAsLong()));
        }
        LiveTimerItem project = task == null ? account.projectOf(entry) : null;
        if (project != null && include.contains("projects")) {
            project(xml, project, include);
        } else {
            reference(xml, "project-id", entry.projectId(), entry.id());
        }
        LiveTimerItem activity = account.activityOf(entry);
        if (activity != null && include.contains("activities")) {
            item(xml, "activity", activity, null);
        } else {
            reference(xml, "activity-id", entry.activityId(), entry.id() + 1);
        }
    }

    private void task(StringBuilder xml, LiveTimerItem task, Set<String> include) {
        item(xml, "task", task, () -> {
            LiveTimerItem project = account.projects.get(task.parentId());
            if (project != null && include.contains("projects")) {
                project(xml, project, include);
            } else {
                typed(xml, "project-id", "integer", Long.toString(task.parentId()));
            }
        });
    }

    private void project(StringBuilder xml, LiveTimerItem project, Set<String> include) {
        item(xml, "project", project, () -> {
            LiveTimerItem client = account.clients.get(project.parentId());
            typed(
                    xml,
                    "effectively-active",
                    "boolean",
                    Boolean.toString(project.active() && client != null && client.active()));
            if (client != null && include.contains("clients")) {
                item(xml, "client", client, null);
            } else {
                typed(xml, "client-id", "integer", Long.toString(project.parentId()));
            }
        });
    }

    private static void item(StringBuilder xml, String element, LiveTimerItem item, @Nullable Runnable more) {
        xml.append('<').append(element).append(">\n");
        typed(xml, "id", "integer", Long.toString(item.id()));
        text(xml, "name", item.name());
        typed(xml, "active", "boolean", Boolean.toString(item.active()));
        empty(xml, "code", Optional.empty(), item.id());
        if (more != null) {
            more.run();
        }
        xml.append("</").append(element).append(">\n");
    }

    private static void reference(StringBuilder xml, String element, OptionalLong id, long turn) {
        if (id.isPresent()) {
            typed(xml, element, "integer", Long.toString(id.getAsLong()));
        } else {
            empty(xml, element, Optional.of("integer"), turn);
        }
    }

    /** Appends an empty value in one of the three spellings of Rails 1.2 to 2.3, in turn. */
    private static void empty(StringBuilder xml, String element, Optional<String> type, long turn) {
        String attribute = type.map(" type=\"%s\""::formatted).orElse("");
        switch ((int) (turn % 3)) {
            case 0 -> xml.append("  <%s%s></%s>\n".formatted(element, attribute, element));
            case 1 -> xml.append("  <%s%s nil=\"true\"/>\n".formatted(element, attribute));
            default -> xml.append("  <%s/>\n".formatted(element));
        }
    }

    /** Appends an element with the attribute {@code type}, as Rails does for every value except text. */
    static void typed(StringBuilder xml, String element, String type, String value) {
        xml.append("  <").append(element).append(" type=\"").append(type).append("\">");
        xml.append(value).append("</").append(element).append(">\n");
    }

    /** Appends an element with text. */
    static void text(StringBuilder xml, String element, String value) {
        xml.append("  <").append(element).append('>').append(escaped(value));
        xml.append("</").append(element).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
