package dev.hourbridge.simulators.teampulse;

import dev.hourbridge.simulators.internal.EntryStore;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The data of one TeamPulse installation. Guarded by the server's lock.
 *
 * <p>A user sees the entries of all users, but only in projects that the user can access. The revision counts changes,
 * so a computed list can be recognized as outdated.
 */
final class TeamPulseAccount implements EntryStore<StoredTeamPulseEntry> {
    final Map<Long, TeamPulseUser> users = new TreeMap<>();
    final Map<Long, TeamPulseProject> projects = new TreeMap<>();
    final Map<Long, Long> projectsOfTasks = new TreeMap<>();

    private final Clock clock;
    private final TreeMap<Long, StoredTeamPulseEntry> entries = new TreeMap<>();
    private long lastId;
    private long revision;

    TeamPulseAccount(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns an account with the user, task and work type of the vendor's samples, and more. Project 3 is closed to
     * paul.
     */
    static TeamPulseAccount documented(Clock clock) {
        TeamPulseAccount account = new TeamPulseAccount(clock);
        account.addUser(new TeamPulseUser(1, "paul", "p&ss+w%rd", "Paul", "Smith"));
        account.addUser(new TeamPulseUser(2, "mary", "m\u00e9lod\u00efe", "Mary", "Jones"));
        account.addProject(1, List.of("Billable", "Non-Billable"));
        account.addProject(2, List.of("Billable", "Non-Billable", "Travel & more"));
        account.addProject(3, List.of("Billable"));
        account.project(3).closedTo.add(1L);
        account.addTask(10, 1);
        account.addTask(11, 1);
        account.addTask(20, 2);
        account.addTask(30, 3);
        return account;
    }

    /**
     * Adds a user.
     *
     * @throws IllegalArgumentException if there is a user with this id
     */
    void addUser(TeamPulseUser user) {
        putNew(users, user.id(), user, "user");
    }

    /**
     * Adds a project with its work types.
     *
     * @throws IllegalArgumentException if there is a project with this id
     */
    void addProject(long id, List<String> types) {
        putNew(projects, id, new TeamPulseProject(types), "project");
    }

    /**
     * Adds a task.
     *
     * @throws IllegalArgumentException if there is a task with this id, or no such project
     */
    void addTask(long id, long projectId) {
        project(projectId);
        putNew(projectsOfTasks, id, projectId, "task");
    }

    private static <V> void putNew(Map<Long, V> map, long id, V value, String kind) {
        if (map.putIfAbsent(id, value) != null) {
            throw new IllegalArgumentException("The " + kind + " " + id + " exists already.");
        }
    }

    /**
     * Returns a project by id.
     *
     * @throws IllegalArgumentException if there is no such project
     */
    TeamPulseProject project(long id) {
        TeamPulseProject project = projects.get(id);
        if (project == null) {
            throw new IllegalArgumentException("There is no project " + id + ".");
        }
        return project;
    }

    /**
     * Returns a user by id.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    TeamPulseUser user(long id) {
        TeamPulseUser user = users.get(id);
        if (user == null) {
            throw new IllegalArgumentException("There is no user " + id + ".");
        }
        return user;
    }

    /**
     * Returns a user by name.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    TeamPulseUser user(String username) {
        return userByName(username)
                .orElseThrow(() -> new IllegalArgumentException("There is no user " + username + "."));
    }

    /** Returns the user with this name; empty if there is no such user. */
    Optional<TeamPulseUser> userByName(String username) {
        return users.values().stream()
                .filter(user -> user.username().equals(username))
                .findFirst();
    }

    /** Returns the project of a task, or null if there is no such task or the user may not see it. */
    @Nullable
    TeamPulseProject projectOfTask(long taskId, TeamPulseUser user) {
        Long id = projectsOfTasks.get(taskId);
        return id == null ? null : openProject(id, user);
    }

    /** Returns the project, or null if there is no such project or the user may not see it. */
    @Nullable
    TeamPulseProject openProject(long id, TeamPulseUser user) {
        TeamPulseProject project = projects.get(id);
        return project == null || project.closedTo.contains(user.id()) ? null : project;
    }

    /** Stores an entry with a new id and with this user as its creator. */
    StoredTeamPulseEntry create(StoredTeamPulseEntry entry, TeamPulseUser by) {
        LocalDateTime now = now();
        StoredTeamPulseEntry stored = entry.toBuilder()
                .id(++lastId)
                .createdBy(by.displayName())
                .createdAt(now)
                .lastModifiedBy(by.displayName())
                .lastModifiedAt(now)
                .build();
        entries.put(stored.id(), stored);
        revision++;
        return stored;
    }

    @Override
    public StoredTeamPulseEntry create(StoredTeamPulseEntry entry) {
        if (!projectsOfTasks.containsKey(entry.taskId())) {
            throw new IllegalArgumentException("There is no task " + entry.taskId() + ".");
        }
        return create(entry, user(entry.userId()));
    }

    /** Replaces the entry with the same id, and records this user as the one who changed it. */
    StoredTeamPulseEntry change(StoredTeamPulseEntry entry, TeamPulseUser by) {
        StoredTeamPulseEntry stored = entry.toBuilder()
                .lastModifiedBy(by.displayName())
                .lastModifiedAt(now())
                .build();
        entries.put(stored.id(), stored);
        revision++;
        return stored;
    }

    @Override
    public void remove(long id) {
        entries.remove(id);
        revision++;
    }

    /** Returns an entry, or null if there is no entry with this id. */
    @Nullable
    StoredTeamPulseEntry find(long id) {
        return entries.get(id);
    }

    @Override
    public List<StoredTeamPulseEntry> all() {
        return List.copyOf(entries.values());
    }

    @Override
    public List<StoredTeamPulseEntry> invent(long seed, int count, Year year) {
        return new TeamPulseSeed(seed, year, List.copyOf(users.keySet())).entries(count);
    }

    /**
     * Hides a project from a user.
     *
     * @throws IllegalArgumentException if there is no such project
     */
    void closeProject(long id, TeamPulseUser user) {
        project(id).closedTo.add(user.id());
        revision++;
    }

    /** Returns a number that changes with every change, including changes of permissions. */
    long revision() {
        return revision;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
}
