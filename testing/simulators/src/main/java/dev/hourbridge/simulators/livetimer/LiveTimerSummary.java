package dev.hourbridge.simulators.livetimer;

import dev.hourbridge.simulators.internal.RejectedRequestException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The total of entries, grouped by up to two kinds of items and their implied parents.
 *
 * <p>With {@code group_by=tasks}, the groups are clients, their projects, and the tasks of these projects. The vendor
 * calls the first two implied parents. Entries without an item are in a group without an id, so the groups add up to
 * the total.
 */
final class LiveTimerSummary {
    private static final List<String> HIERARCHY = List.of("clients", "projects", "tasks");
    private static final Set<String> GROUPS = Set.of("users", "activities", "clients", "projects", "tasks");

    /** The grouping at one depth. A bucket without an item contains unclassified time. */
    private record Level(
            String plural, String singular, Function<StoredLiveTimerEntry, @Nullable LiveTimerItem> itemOf) {}

    private final LiveTimerAccount account;

    LiveTimerSummary(LiveTimerAccount account) {
        this.account = account;
    }

    /**
     * Returns the summary as XML.
     *
     * @param groupBy one or two kinds, separated by a comma; null for only the total
     * @throws RejectedRequestException with 422 if a kind is unknown, or both belong to the client hierarchy
     */
    String of(List<StoredLiveTimerEntry> entries, @Nullable String groupBy) {
        StringBuilder xml = new StringBuilder(LiveTimerXml.DECLARATION).append("<time-summary>\n");
        group(xml, entries, levels(groupBy));
        duration(xml, entries);
        return xml.append("</time-summary>\n").toString();
    }

    private List<Level> levels(@Nullable String groupBy) {
        if (groupBy == null) {
            return List.of();
        }
        List<String> groups = List.of(groupBy.split(",", -1));
        if (!GROUPS.containsAll(groups)
                || groups.size() > 2
                || groups.stream().distinct().count() < groups.size()
                || (HIERARCHY.containsAll(groups) && groups.size() == 2)) {
            throw new RejectedRequestException(422, "Group by is invalid");
        }
        List<Level> levels = new ArrayList<>();
        for (String group : groups) {
            int depth = HIERARCHY.indexOf(group);
            if (depth >= 0) {
                HIERARCHY.subList(0, depth + 1).forEach(each -> levels.add(level(each)));
            } else {
                levels.add(level(group));
            }
        }
        return levels;
    }

    private Level level(String plural) {
        return switch (plural) {
            case "clients" -> new Level(plural, "client", account::clientOf);
            case "projects" -> new Level(plural, "project", account::projectOf);
            case "tasks" -> new Level(plural, "task", account::taskOf);
            case "activities" -> new Level(plural, "activity", account::activityOf);
            default -> new Level(plural, "user", this::userOf);
        };
    }

    private LiveTimerItem userOf(StoredLiveTimerEntry entry) {
        LiveTimerUser user = account.users.get(entry.userId());
        return new LiveTimerItem(entry.userId(), user == null ? "" : user.name(), true, 0);
    }

    private static void group(StringBuilder xml, List<StoredLiveTimerEntry> entries, List<Level> levels) {
        if (levels.isEmpty()) {
            return;
        }
        Level level = levels.get(0);
        TreeMap<@Nullable LiveTimerItem, List<StoredLiveTimerEntry>> buckets =
                new TreeMap<>(Comparator.nullsFirst(Comparator.comparingLong(LiveTimerItem::id)));
        for (StoredLiveTimerEntry entry : entries) {
            buckets.computeIfAbsent(level.itemOf().apply(entry), item -> new ArrayList<>())
                    .add(entry);
        }
        xml.append('<').append(level.plural()).append(">\n");
        buckets.forEach((item, members) -> node(xml, level, item, members, levels.subList(1, levels.size())));
        xml.append("</").append(level.plural()).append(">\n");
    }

    /** The order of a node's children depends on whether it has groups, as in the vendor's sample. */
    private static void node(
            StringBuilder xml,
            Level level,
            @Nullable LiveTimerItem item,
            List<StoredLiveTimerEntry> members,
            List<Level> below) {
        xml.append('<').append(level.singular()).append(">\n");
        LiveTimerXml.typed(xml, "id", "integer", item == null ? "" : Long.toString(item.id()));
        if (below.isEmpty()) {
            duration(xml, members);
        }
        LiveTimerXml.text(xml, "name", item == null ? "" : item.name());
        LiveTimerXml.text(xml, "code", "");
        if (!below.isEmpty()) {
            group(xml, members, below);
            duration(xml, members);
        }
        xml.append("</").append(level.singular()).append(">\n");
    }

    private static void duration(StringBuilder xml, List<StoredLiveTimerEntry> entries) {
        long minutes = entries.stream().mapToLong(StoredLiveTimerEntry::minutes).sum();
        LiveTimerXml.typed(xml, "duration", "integer", Long.toString(minutes));
    }
}
