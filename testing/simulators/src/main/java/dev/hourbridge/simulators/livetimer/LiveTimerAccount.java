package dev.hourbridge.simulators.livetimer;

import dev.hourbridge.simulators.internal.EntryStore;
import dev.hourbridge.simulators.internal.Selections;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The data of one LiveTimer customer. Guarded by the server's lock.
 *
 * <p>Entries are indexed by day, so a list of one week does not read the entries of all years. The index uses the
 * entry's own offset. {@link LiveTimerFilter} therefore reads it with a margin, because a filter may use another
 * offset.
 */
final class LiveTimerAccount implements EntryStore<StoredLiveTimerEntry> {
    final Map<Long, LiveTimerUser> users = new TreeMap<>();
    final Map<Long, LiveTimerItem> clients = new TreeMap<>();
    final Map<Long, LiveTimerItem> projects = new TreeMap<>();
    final Map<Long, LiveTimerItem> tasks = new TreeMap<>();
    final Map<Long, LiveTimerItem> activities = new TreeMap<>();

    private final Clock clock;
    private final NavigableMap<Long, StoredLiveTimerEntry> entries = new TreeMap<>();

    /** The entries by the day of the start in the entry's own offset, or by date. */
    private final NavigableMap<LocalDate, Map<Long, StoredLiveTimerEntry>> byDay = new TreeMap<>();

    final Selections<StoredLiveTimerEntry> selections = new Selections<>();

    /** The id of the last entry. The initial value is the id in the vendor's sample. */
    private long lastId = 3863;

    LiveTimerAccount(Clock clock) {
        this.clock = clock;
    }

    /** Returns an account with the users and items of the vendor's samples, and an inactive one of each kind. */
    static LiveTimerAccount documented(Clock clock) {
        LiveTimerAccount account = new LiveTimerAccount(clock);
        account.addUser(new LiveTimerUser(25, "walter", "sesame", true, true, Set.of(28L, 29L, 33L), Set.of(16L, 18L)));
        account.addUser(new LiveTimerUser(26, "olive", "popeye", true, false, Set.of(28L, 30L), Set.of(16L, 17L)));
        account.addUser(new LiveTimerUser(27, "igor", "inactive", false, false, Set.of(), Set.of()));
        add(account.clients, new LiveTimerItem(21, "Brine & Sons <Ltd>", true, 0));
        add(account.clients, new LiveTimerItem(22, "Former customer", false, 0));
        add(account.clients, new LiveTimerItem(24, "American UFO Association", true, 0));
        add(account.projects, new LiveTimerItem(28, "Telephone", true, 21));
        add(account.projects, new LiveTimerItem(29, "Harbour wall", true, 21));
        add(account.projects, new LiveTimerItem(30, "Area 51 project", true, 24));
        add(account.projects, new LiveTimerItem(31, "UFO #7856", true, 24));
        add(account.projects, new LiveTimerItem(32, "Outlived its client", true, 22));
        add(account.projects, new LiveTimerItem(33, "Closed", false, 24));
        add(account.tasks, new LiveTimerItem(40, "Survey", true, 30));
        add(account.tasks, new LiveTimerItem(41, "Report", true, 30));
        add(account.tasks, new LiveTimerItem(42, "Done long ago", false, 31));
        add(account.tasks, new LiveTimerItem(43, "Pier", true, 29));
        add(account.activities, new LiveTimerItem(16, "Consulting", true, 0));
        add(account.activities, new LiveTimerItem(17, "Travel", true, 0));
        add(account.activities, new LiveTimerItem(18, "Fax", false, 0));
        return account;
    }

    /**
     * Adds a user.
     *
     * @throws IllegalArgumentException if there is a user with this id
     */
    void addUser(LiveTimerUser user) {
        if (users.putIfAbsent(user.id(), user) != null) {
            throw new IllegalArgumentException("User " + user.id() + " exists already.");
        }
    }

    /**
     * Adds an item to the items of its kind.
     *
     * @throws IllegalArgumentException if there is an item with this id
     */
    static void add(Map<Long, LiveTimerItem> kind, LiveTimerItem item) {
        if (kind.putIfAbsent(item.id(), item) != null) {
            throw new IllegalArgumentException("The id " + item.id() + " exists already.");
        }
    }

    /** Returns the user with this login; empty if there is no such user. */
    Optional<LiveTimerUser> userByName(String name) {
        return users.values().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /**
     * Returns a user by id.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    LiveTimerUser user(long id) {
        LiveTimerUser user = users.get(id);
        if (user == null) {
            throw new IllegalArgumentException("There is no user " + id + ".");
        }
        return user;
    }

    /**
     * Returns a user by login.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    LiveTimerUser user(String name) {
        return userByName(name).orElseThrow(() -> new IllegalArgumentException("There is no user " + name + "."));
    }

    @Override
    public StoredLiveTimerEntry create(StoredLiveTimerEntry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        StoredLiveTimerEntry stored =
                entry.toBuilder().id(++lastId).createdAt(now).updatedAt(now).build();
        put(stored);
        return stored;
    }

    /** Replaces the entry with the same id, and sets its timestamp. */
    void replace(StoredLiveTimerEntry entry) {
        remove(entry.id());
        put(entry.toBuilder()
                .updatedAt(clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .build());
    }

    private void put(StoredLiveTimerEntry entry) {
        entries.put(entry.id(), entry);
        byDay.computeIfAbsent(entry.day(), day -> new TreeMap<>()).put(entry.id(), entry);
        selections.clear();
    }

    @Override
    public void remove(long id) {
        StoredLiveTimerEntry entry = entries.remove(id);
        if (entry == null) {
            return;
        }
        Map<Long, StoredLiveTimerEntry> day = byDay.getOrDefault(entry.day(), new TreeMap<>());
        day.remove(id);
        if (day.isEmpty()) {
            byDay.remove(entry.day());
        }
        selections.clear();
    }

    /** Returns an entry, or null if there is no entry with this id. */
    @Nullable
    StoredLiveTimerEntry find(long id) {
        return entries.get(id);
    }

    @Override
    public List<StoredLiveTimerEntry> all() {
        return List.copyOf(entries.values());
    }

    @Override
    public List<StoredLiveTimerEntry> invent(long seed, int count, Year year) {
        List<Long> active = users.values().stream()
                .filter(LiveTimerUser::active)
                .map(LiveTimerUser::id)
                .toList();
        return new LiveTimerSeed(seed, year, active).entries(count);
    }

    /** Returns the entries of these days, both inclusive, in the order of their ids; {@code null} means unbounded. */
    List<StoredLiveTimerEntry> between(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null && last == null) {
            return new ArrayList<>(entries.values());
        }
        LocalDate from = first == null ? LocalDate.MIN : first;
        LocalDate to = last == null ? LocalDate.MAX : last;
        List<StoredLiveTimerEntry> found = new ArrayList<>();
        if (!from.isAfter(to)) {
            byDay.subMap(from, true, to, true).values().forEach(day -> found.addAll(day.values()));
        }
        found.sort(Comparator.comparingLong(StoredLiveTimerEntry::id));
        return found;
    }

    /** Returns the entry's project, directly or through its task. */
    @Nullable
    LiveTimerItem projectOf(StoredLiveTimerEntry entry) {
        LiveTimerItem task = taskOf(entry);
        return task != null ? projects.get(task.parentId()) : item(projects, entry.projectId());
    }

    /** Returns the entry's task, or null if it has none. */
    @Nullable
    LiveTimerItem taskOf(StoredLiveTimerEntry entry) {
        return item(tasks, entry.taskId());
    }

    /** Returns the client of the entry's project, or null if it has none. */
    @Nullable
    LiveTimerItem clientOf(StoredLiveTimerEntry entry) {
        LiveTimerItem project = projectOf(entry);
        return project == null ? null : clients.get(project.parentId());
    }

    /** Returns the entry's activity, or null if it has none. */
    @Nullable
    LiveTimerItem activityOf(StoredLiveTimerEntry entry) {
        return item(activities, entry.activityId());
    }

    private static @Nullable LiveTimerItem item(Map<Long, LiveTimerItem> kind, OptionalLong id) {
        return id.isPresent() ? kind.get(id.getAsLong()) : null;
    }
}
