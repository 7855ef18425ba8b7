package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.internal.EntryStore;
import dev.hourbridge.simulators.internal.Selections;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The data of one Teamwork customer. Guarded by the server's lock.
 *
 * <p>Entries are indexed by date, so a list of one week does not read the entries of all years. As in the service, a
 * deleted entry is retained and listed on request.
 */
final class TeamworkAccount implements EntryStore<StoredTeamworkEntry> {
    /** The order of lists: by date, then by id. */
    private record Position(Instant date, long id) implements Comparable<Position> {
        private static final Comparator<Position> ORDER =
                Comparator.comparing(Position::date).thenComparingLong(Position::id);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /** The zone of the account. Filters, and the dates and times of writes, are in its local time. */
    final ZoneId zone;

    final Map<Long, TeamworkItems.Person> people = new TreeMap<>();
    final Map<Long, TeamworkItems.Company> companies = new TreeMap<>();
    final Map<Long, TeamworkItems.Project> projects = new TreeMap<>();
    final Map<Long, TeamworkItems.TaskList> taskLists = new TreeMap<>();
    final Map<Long, TeamworkItems.Task> tasks = new TreeMap<>();

    private final Clock clock;
    private final Map<String, TeamworkItems.Tag> tags = new TreeMap<>();
    private final Map<Long, StoredTeamworkEntry> entries = new TreeMap<>();
    private final NavigableMap<Position, StoredTeamworkEntry> byDate = new TreeMap<>();
    final Selections<StoredTeamworkEntry> selections = new Selections<>();

    /** The id of the last entry. The initial value is the id in the vendor's sample. */
    private long lastId = 17249629;

    private long lastTagId = 15989;

    TeamworkAccount(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Returns an account with the people and items of the vendor's samples, and an archived project. */
    static TeamworkAccount documented(Clock clock, ZoneId zone) {
        TeamworkAccount account = new TeamworkAccount(clock, zone);
        account.addPerson(new TeamworkItems.Person(999, "Demo", "User", "twp_demo"));
        account.addPerson(new TeamworkItems.Person(1000, "Zo\u00eb", "O'Neill", "twp_zoe"));
        account.addCompany(999, "Demo 1 Company");
        account.addCompany(47, "Digital Crew");
        account.addProject(999, "Test Project", 999, true);
        account.addProject(1049, "Time Logging Project", 47, true);
        account.addProject(1050, "Archived & done", 47, false);
        account.addTaskList(1027, "Time Rollup", 1049);
        account.addTaskList(2001, "Inbox", 999);
        account.addTask(7641, "Some specific task", 1027, 105, false);
        account.addTask(7642, "Done already", 1027, 25, true);
        account.addTask(8001, "Write documentation", 2001, 0, false);
        account.tag("tag1");
        account.tag("tag2");
        return account;
    }

    /**
     * Adds a person.
     *
     * @throws IllegalArgumentException if there is a person with this id
     */
    void addPerson(TeamworkItems.Person person) {
        put(people, person.id(), person);
    }

    /**
     * Adds a company.
     *
     * @throws IllegalArgumentException if there is a company with this id
     */
    void addCompany(long id, String name) {
        put(companies, id, new TeamworkItems.Company(id, name));
    }

    /**
     * Adds a project.
     *
     * @param active false for an archived project
     * @throws IllegalArgumentException if there is a project with this id, or no such company
     */
    void addProject(long id, String name, long companyId, boolean active) {
        put(projects, id, new TeamworkItems.Project(id, name, active, known(companies, companyId)));
    }

    /**
     * Adds a task list.
     *
     * @throws IllegalArgumentException if there is a task list with this id, or no such project
     */
    void addTaskList(long id, String name, long projectId) {
        put(taskLists, id, new TeamworkItems.TaskList(id, name, known(projects, projectId)));
    }

    /**
     * Adds a task.
     *
     * @throws IllegalArgumentException if there is a task with this id, or no such task list
     */
    void addTask(long id, String name, long taskListId, int estimatedMinutes, boolean completed) {
        put(tasks, id, new TeamworkItems.Task(id, name, known(taskLists, taskListId), estimatedMinutes, completed));
    }

    private static <T> void put(Map<Long, T> kind, long id, T item) {
        if (kind.putIfAbsent(id, item) != null) {
            throw new IllegalArgumentException("The id " + id + " exists already.");
        }
    }

    private static <T> T known(Map<Long, T> kind, long id) {
        T item = kind.get(id);
        if (item == null) {
            throw new IllegalArgumentException("There is no item with the id " + id + ".");
        }
        return item;
    }

    /** Returns the tag with this name. Creates it if it is new. */
    TeamworkItems.Tag tag(String name) {
        return tags.computeIfAbsent(name, key -> new TeamworkItems.Tag(++lastTagId, key));
    }

    /** Returns the person who signs in with this key; empty if there is no such person. */
    Optional<TeamworkItems.Person> personByKey(String apiKey) {
        return people.values().stream()
                .filter(person -> person.apiKey().equals(apiKey))
                .findFirst();
    }

    /**
     * Returns a person by id.
     *
     * @throws IllegalArgumentException if there is no such person
     */
    TeamworkItems.Person person(long id) {
        return known(people, id);
    }

    /** Returns the project of an entry. */
    TeamworkItems.Project project(StoredTeamworkEntry entry) {
        return known(projects, entry.projectId());
    }

    /** Returns the task of an entry, or null if it has none. */
    TeamworkItems.@Nullable Task task(StoredTeamworkEntry entry) {
        return entry.taskId().isPresent() ? tasks.get(entry.taskId().getAsLong()) : null;
    }

    @Override
    public StoredTeamworkEntry create(StoredTeamworkEntry entry) {
        known(people, entry.personId());
        known(projects, entry.projectId());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        StoredTeamworkEntry stored =
                entry.toBuilder().id(++lastId).createdAt(now).updatedAt(now).build();
        put(stored);
        return stored;
    }

    /** Replaces the entry with the same id, and sets its timestamp. */
    void replace(StoredTeamworkEntry entry) {
        StoredTeamworkEntry before = known(entries, entry.id());
        byDate.remove(new Position(before.date(), before.id()));
        put(entry.toBuilder()
                .updatedAt(clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .build());
    }

    private void put(StoredTeamworkEntry entry) {
        entries.put(entry.id(), entry);
        byDate.put(new Position(entry.date(), entry.id()), entry);
        entry.tags().forEach(this::tag);
        selections.clear();
    }

    /** Returns an entry, which may be deleted, or null. */
    @Nullable
    StoredTeamworkEntry find(long id) {
        return entries.get(id);
    }

    @Override
    public List<StoredTeamworkEntry> all() {
        return entries.values().stream().filter(entry -> !entry.deleted()).toList();
    }

    /** Returns the deleted entries, in the order of their ids. */
    List<StoredTeamworkEntry> deleted() {
        return entries.values().stream().filter(StoredTeamworkEntry::deleted).toList();
    }

    /** Marks an entry as deleted, because the service retains deleted entries and lists them on request. */
    @Override
    public void remove(long id) {
        StoredTeamworkEntry entry = entries.get(id);
        if (entry != null) {
            replace(entry.toBuilder().deleted(true).build());
        }
    }

    @Override
    public List<StoredTeamworkEntry> invent(long seed, int count, Year year) {
        return new TeamworkSeed(seed, year, this).entries(count);
    }

    /**
     * Returns the entries from {@code first} (inclusive) to {@code end} (exclusive), by date; {@code null} means
     * unbounded.
     */
    Collection<StoredTeamworkEntry> between(@Nullable Instant first, @Nullable Instant end) {
        Position from = new Position(first == null ? Instant.MIN : first, Long.MIN_VALUE);
        Position to = new Position(end == null ? Instant.MAX : end, Long.MIN_VALUE);
        return from.compareTo(to) > 0
                ? List.of()
                : byDate.subMap(from, true, to, false).values();
    }
}
