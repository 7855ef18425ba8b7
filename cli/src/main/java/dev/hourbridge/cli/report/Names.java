package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The people, projects, tasks and activities of one side, with their names, collected while the entries are read. The
 * newest name of an id counts. Thread-safe.
 *
 * <p>Names are confidential. They are used only in reports, which only their owner can read.
 */
public final class Names {
    private static final List<EntryField> KINDS =
            List.of(EntryField.PERSON, EntryField.PROJECT, EntryField.TASK, EntryField.ACTIVITY, EntryField.CLIENT);

    /** Further ids are reported without names, which limits memory use. */
    private static final int MAX_IDS_PER_KIND = 10_000;

    /** Longer names are truncated, and longer ids are skipped. */
    private static final int MAX_TEXT_CHARACTERS = 200;

    /** The limit for all ids and names together. */
    private static final int MAX_CHARACTERS = 8_000_000;

    private static final int LEAST_OF_A_NAME = 4;

    private final Map<EntryField, Map<String, Seen>> seen = new EnumMap<>(EntryField.class);

    /** The tasks of entries that have no project. */
    private final Set<String> placingTasks = new HashSet<>();

    private final Set<EntryField> incomplete = EnumSet.noneOf(EntryField.class);

    private final int mostOfAKind;

    private long characters;

    /** Creates an empty collection. A limit for each kind limits the size of a report. */
    public Names() {
        this(KINDS, MAX_IDS_PER_KIND);
    }

    private Names(List<EntryField> kinds, int mostOfAKind) {
        this.mostOfAKind = mostOfAKind;
        kinds.forEach(kind -> seen.put(kind, new HashMap<>()));
    }

    /** Creates an empty collection for one kind, without that limit. */
    public static Names only(EntryField kind) {
        return new Names(List.of(kind), Integer.MAX_VALUE);
    }

    /** Retains the names in an entry. */
    public synchronized void see(TimeEntry entry) {
        if (!entry.deleted()) {
            Duration time = entry.workTime().duration();
            keep(EntryField.PERSON, entry.person().map(each -> each.id()), entry.personName(), time);
            keep(EntryField.PROJECT, entry.project().map(each -> each.id()), entry.projectName(), time);
            Optional<String> project = entry.project().map(each -> each.id());
            keep(EntryField.TASK, entry.task().map(each -> each.id()), entry.taskName(), time, project);
            if (entry.project().isEmpty()) {
                entry.task()
                        .map(task -> task.id())
                        .filter(of(EntryField.TASK)::containsKey)
                        .ifPresent(placingTasks::add);
            }
            keep(EntryField.ACTIVITY, entry.activity().map(each -> each.id()), entry.activityName(), time);
            keep(EntryField.CLIENT, entry.client().map(each -> each.id()), entry.clientName(), time);
        }
    }

    /**
     * Retains a name that does not come from an entry.
     *
     * @param project the project of a task
     */
    public synchronized void see(EntryField kind, String id, String name, Optional<String> project) {
        keep(kind, new Seen(id, Optional.of(name), 0, Duration.ZERO, project));
    }

    /**
     * Retains an id within the limits. Beyond them, the kind is incomplete, and no conclusion is drawn from missing
     * ids.
     */
    private void keep(EntryField kind, Optional<String> id, Optional<String> name, Duration time) {
        keep(kind, id, name, time, Optional.empty());
    }

    private void keep(
            EntryField kind, Optional<String> id, Optional<String> name, Duration time, Optional<String> project) {
        keep(kind, new Seen(id.orElse(""), name, 1, time, project));
    }

    private void keep(EntryField kind, Seen one) {
        Map<String, Seen> ids = seen.get(kind);
        if (ids == null) {
            return;
        }
        Seen before = ids.get(one.id());
        if (before == null
                && (ids.size() >= mostOfAKind
                        || one.id().length() > MAX_TEXT_CHARACTERS
                        || characters >= MAX_CHARACTERS)) {
            incomplete.add(kind);
            return;
        }
        Seen kept = one.shortened();
        Seen after = before == null ? kept : before.and(kept);
        characters += after.characters() - (before == null ? 0 : before.characters());
        ids.put(one.id(), after);
    }

    private Map<String, Seen> of(EntryField kind) {
        return seen.getOrDefault(kind, Map.of());
    }

    /** Returns all ids of a kind, those with the most entries first. An empty id represents entries without one. */
    public synchronized List<Seen> all(EntryField kind) {
        return of(kind).values().stream()
                .sorted(Comparator.comparingLong(Seen::entries).reversed().thenComparing(Seen::id))
                .toList();
    }

    /** Returns what is known about an id. */
    public synchronized Optional<Seen> find(EntryField kind, String id) {
        return Optional.ofNullable(of(kind).get(id));
    }

    /** Returns whether an entry has the id. */
    public synchronized boolean isKnown(EntryField kind, String id) {
        return of(kind).containsKey(id);
    }

    /** Returns whether an entry has the task but no project. */
    public synchronized boolean isPlace(String task) {
        return placingTasks.contains(task);
    }

    /** Returns whether all names of a kind were retained. */
    public synchronized boolean isWhole(EntryField kind) {
        return !incomplete.contains(kind);
    }

    /** Returns the last name that was seen for an id. */
    synchronized Optional<String> name(EntryField kind, String id) {
        return Optional.ofNullable(of(kind).get(id)).flatMap(Seen::name);
    }

    /** Returns {@code Walter (999)}, or {@code 999} if the name is unknown. */
    String shown(EntryField kind, String id) {
        return shown(id, name(kind, id));
    }

    /** Returns {@code Walter (999)}, or {@code 999} if the name is unknown. */
    String shownPerson(String id) {
        return shown(id, name(EntryField.PERSON, id));
    }

    /** Returns {@code Harbour wall (29)}, or {@code 29} if the name is unknown; empty for no project. */
    String shownProject(String id) {
        return shown(id, name(EntryField.PROJECT, id));
    }

    /** Returns {@code Survey (8001)}, or {@code 8001} if the name is unknown; empty for no task. */
    String shownTask(String id) {
        return shown(id, name(EntryField.TASK, id));
    }

    /**
     * Returns a name with its id, truncated to {@code most} characters. If the name is too long, its end is cut and the
     * id is retained.
     */
    static String cut(String shown, String id, int most) {
        String tail = " (" + id + ")";
        int room = most - tail.length();
        return shown.length() > most && shown.endsWith(tail) && room >= LEAST_OF_A_NAME
                ? TerminalText.cut(shown.substring(0, shown.length() - tail.length()), room) + TerminalText.line(tail)
                : TerminalText.cut(shown, most);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= MAX_TEXT_CHARACTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_TEXT_CHARACTERS - 1)) + "…";
    }

    private static String shown(String id, Optional<String> name) {
        return name.filter(text -> !text.equals(id))
                .map(text -> text + " (" + id + ")")
                .orElse(id);
    }

    /**
     * An id with its name and the number and total time of its entries.
     *
     * @param id the id on the service; empty for entries without an id
     * @param name the name on the service
     * @param entries the number of entries with the id
     * @param time the total time of these entries
     * @param project the project of a task; an empty string for several projects
     */
    public record Seen(String id, Optional<String> name, long entries, Duration time, Optional<String> project) {
        /** Returns this combined with a newer occurrence. */
        Seen and(Seen newer) {
            return new Seen(
                    id,
                    newer.name.or(() -> name),
                    entries + newer.entries,
                    time.plus(newer.time),
                    project.isEmpty() || newer.project.isEmpty() || project.equals(newer.project)
                            ? project.or(() -> newer.project)
                            : Optional.of(""));
        }

        private Seen shortened() {
            return new Seen(id, name.filter(text -> !text.isBlank()).map(Names::shortened), entries, time, project);
        }

        private int characters() {
            return id.length() + name.map(String::length).orElse(0);
        }
    }
}
