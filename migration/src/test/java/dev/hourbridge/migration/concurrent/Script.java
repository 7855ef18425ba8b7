package dev.hourbridge.migration.concurrent;

import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What happens to the requests of all clients of one service. Safe for use by several threads once it is set up. */
final class Script {
    private final Map<String, Deque<Reply>> byNote = new HashMap<>();
    private final Map<String, Integer> posts = new HashMap<>();
    private final Map<TimeEntryId, String> committed = new HashMap<>();
    private final Set<TimeEntryId> rejected = new HashSet<>();
    private int allPosts;

    /** What happens to a POST for which {@link #on} has nothing. */
    Reply reply = Reply.normal();

    /** Comes after each page of a list until the first POST. */
    Runnable listedBeforePosts = () -> {};

    /** The projects that a list without a project shows; all if empty. */
    Set<String> listedProjects = Set.of();

    /** Comes before the first page of each list. */
    Consumer<TimeEntryQuery> beforeList = query -> {};

    /** Comes before each page of a list but the first. */
    Runnable betweenPages = () -> {};

    /** Changes a page of a list on its way. */
    UnaryOperator<Page<TimeEntry>> page = page -> page;

    /** Whether responses state the service's time. */
    boolean statesTime = true;

    Runnable beforeGet = () -> {};

    /** Reads a row by its id. */
    BiFunction<TimeEntryId, Supplier<TimeEntry>, TimeEntry> reading = (id, read) -> read.get();

    /** Comes before a DELETE. */
    Consumer<TimeEntryId> beforeDelete = id -> {};

    /** Whether a DELETE deletes. */
    boolean deletes = true;

    /** Comes before the service's own total is computed. */
    Runnable beforeTotal = () -> {};

    /** Changes the service's own total, or fails. */
    UnaryOperator<Optional<Duration>> total = total -> total;

    /** Sets the replies to the POSTs of the entry with this note, in order; later POSTs get the usual reply. */
    synchronized void on(String note, Reply... replies) {
        byNote.put(note, new ArrayDeque<>(List.of(replies)));
    }

    synchronized void listed() {
        if (allPosts == 0) {
            listedBeforePosts.run();
        }
    }

    synchronized Reply next(NewTimeEntry entry) {
        allPosts++;
        String note = firstLine(entry.note());
        posts.merge(note, 1, Integer::sum);
        Reply scripted = byNote.getOrDefault(note, new ArrayDeque<>()).poll();
        return scripted == null ? reply : scripted;
    }

    /** Notes a row that a request was stored as, in one line as it was sent. */
    synchronized void committed(TimeEntry row) {
        committed.put(row.id(), Rows.line(row));
    }

    /** Each row that came of a request, with the line that was sent. */
    synchronized Map<TimeEntryId, String> committed() {
        return Map.copyOf(committed);
    }

    /** Notes a row that was stored although its create was rejected. */
    synchronized void rejected(TimeEntryId id) {
        rejected.add(id);
    }

    synchronized boolean wasRejected(TimeEntryId id) {
        return rejected.contains(id);
    }

    /** How many POSTs there were of the entry with this note. */
    synchronized int posts(String note) {
        return posts.getOrDefault(note, 0);
    }

    /** How many POSTs there were. */
    synchronized int posts() {
        return allPosts;
    }

    static String firstLine(String note) {
        return note.lines().findFirst().orElse("");
    }
}
