package dev.hourbridge.simulators.codebase;

import dev.hourbridge.simulators.internal.BasicCredentials;
import dev.hourbridge.simulators.internal.EntryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The data of one Codebase customer. Guarded by the server's lock.
 *
 * <p>Ids of sessions are unique in the account, even though a path also names the project. Every user may change every
 * session of the projects that the user can access.
 */
final class CodebaseAccount implements EntryStore<StoredCodebaseSession> {
    /** The name of the account; it precedes the user name of the credentials. */
    static final String NAME = "acme";

    final Map<String, CodebaseUser> users = new TreeMap<>();
    final Map<String, CodebaseProject> projects = new TreeMap<>();

    /** The ids of sessions whose deletion is rejected. */
    final Set<Long> undeletable = new TreeSet<>();

    private final Clock clock;
    private long lastId = 1233;

    CodebaseAccount(Clock clock) {
        this.clock = clock;
    }

    /** Returns an account with two users, two projects, and one project that the first user may not see. */
    static CodebaseAccount documented(Clock clock) {
        CodebaseAccount account = new CodebaseAccount(clock);
        account.addUser(new CodebaseUser(1234, "alice", "0123456789abcdef0123456789abcdef01234567"));
        account.addUser(new CodebaseUser(1235, "bob", "89abcdef0123456789abcdef0123456789abcdef"));
        account.addProject("website");
        account.addProject("app");
        account.addProject("vault");
        account.project("vault").closedTo.add("alice");
        return account;
    }

    /**
     * Adds a user.
     *
     * @throws IllegalArgumentException if there is a user with this name
     */
    void addUser(CodebaseUser user) {
        if (users.putIfAbsent(user.name(), user) != null) {
            throw new IllegalArgumentException("User " + user.name() + " exists already.");
        }
    }

    /**
     * Adds a project without sessions.
     *
     * @throws IllegalArgumentException if there is a project with this permalink, or the permalink is not valid
     */
    void addProject(String permalink) {
        if (!permalink.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "\"" + permalink + "\" is not a valid permalink. Use a-z, 0-9 and dashes.");
        }
        if (projects.putIfAbsent(permalink, new CodebaseProject()) != null) {
            throw new IllegalArgumentException("Project " + permalink + " exists already.");
        }
    }

    /**
     * Returns a project by its permalink.
     *
     * @throws IllegalArgumentException if there is no such project
     */
    CodebaseProject project(String permalink) {
        CodebaseProject project = projects.get(permalink);
        if (project == null) {
            throw new IllegalArgumentException("There is no project " + permalink + ".");
        }
        return project;
    }

    /**
     * Returns a user by name.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    CodebaseUser user(String name) {
        CodebaseUser user = users.get(name);
        if (user == null) {
            throw new IllegalArgumentException("There is no user " + name + ".");
        }
        return user;
    }

    /** Returns the user of the credentials; empty if they are not valid. */
    Optional<CodebaseUser> signIn(BasicCredentials given) {
        // The account is part of the user name: acme/alice.
        return users.values().stream()
                .filter(user -> given.username().equals(NAME + "/" + user.name())
                        && given.password().equals(user.apiKey()))
                .findFirst();
    }

    @Override
    public StoredCodebaseSession create(StoredCodebaseSession session) {
        Instant now = now();
        StoredCodebaseSession stored =
                session.toBuilder().id(++lastId).createdAt(now).updatedAt(now).build();
        project(session.project()).sessions.put(stored.id(), stored);
        return stored;
    }

    /** Replaces the session with the same id, and sets its timestamp. */
    void replace(StoredCodebaseSession session) {
        project(session.project())
                .sessions
                .put(session.id(), session.toBuilder().updatedAt(now()).build());
    }

    @Override
    public void remove(long id) {
        projects.values().forEach(project -> project.sessions.remove(id));
    }

    @Override
    public List<StoredCodebaseSession> all() {
        List<StoredCodebaseSession> all = new ArrayList<>();
        projects.values().forEach(project -> all.addAll(project.sessions.values()));
        all.sort(Comparator.comparingLong(StoredCodebaseSession::id));
        return all;
    }

    @Override
    public List<StoredCodebaseSession> invent(long seed, int count, Year year) {
        List<Long> ids = users.values().stream().map(CodebaseUser::id).toList();
        return new CodebaseSeed(seed, year, ids, List.of("app", "website")).sessions(count);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
