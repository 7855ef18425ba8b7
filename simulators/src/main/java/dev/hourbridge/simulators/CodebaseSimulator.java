package dev.hourbridge.simulators;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Codebase on loopback. Speaks plain HTTP, where the service speaks HTTPS only.
 *
 * <p>The account {@code acme} has the users {@code alice} (1234) and {@code bob} (1235) and the projects
 * {@code website}, {@code app} and {@code vault}; the last is closed to alice. There are no sessions
 * until some are added.
 *
 * <p>Operations, for {@link Requests#operation}: {@code list}, {@code list-day}, {@code list-week},
 * {@code list-month}, {@code show}, {@code create}, {@code update}, {@code delete}. May be used by several
 * threads.
 */
public final class CodebaseSimulator implements Simulator {
    private static final String MAIN_USER = "alice";

    private final CodebaseAccount account;
    private final SimulatorServer server;

    private CodebaseSimulator(Builder builder) {
        this.account = CodebaseAccount.documented(builder.clock);
        this.server = SimulatorServer.start(new CodebaseService(account, builder), builder.port, builder.clock);
    }

    /** Starts one with the defaults, on any free port. */
    public static CodebaseSimulator start() {
        return builder().start();
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public URI url() {
        return server.url();
    }

    /** The account, which goes before the user name in the Basic header: {@code acme/alice}. */
    public String account() {
        return CodebaseAccount.NAME;
    }

    /** A user who sees all projects but {@code vault}. */
    public String username() {
        return MAIN_USER;
    }

    /** The key that goes with {@link #username()}. */
    public String apiKey() {
        return apiKey(MAIN_USER);
    }

    /** The key of any user, by name. */
    public String apiKey(String username) {
        return server.locked(() -> {
            CodebaseUser user = account.users.get(username);
            if (user == null) {
                throw new IllegalArgumentException("there is no user " + username);
            }
            return user.apiKey();
        });
    }

    /** The permalinks of the projects that {@link #username()} may see, sorted; a copy. */
    public List<String> projects() {
        return server.locked(() -> account.projects.entrySet().stream()
                .filter(project -> !project.getValue().closedTo.contains(username()))
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public FaultPlan faults() {
        return server.faults();
    }

    @Override
    public RequestLog requests() {
        return server.log();
    }

    /** All sessions of all projects, in the order of their ids, without the generated ones; a copy. */
    public List<StoredCodebaseSession> entries() {
        return server.locked(account::all);
    }

    /** Stores a session as if it had been made now, and gives it back with its id. */
    public StoredCodebaseSession add(StoredCodebaseSession session) {
        return server.locked(() -> account.create(session));
    }

    /** Stores many. */
    public void addAll(List<StoredCodebaseSession> sessions) {
        server.locked(() -> {
            sessions.forEach(account::create);
            return true;
        });
    }

    /** Removes a session, as another program might. */
    public void remove(long id) {
        server.locked(() -> {
            account.projects.values().forEach(project -> project.sessions.remove(id));
            return true;
        });
    }

    /**
     * Stores invented sessions over the year 2024 in {@code website} and {@code app}: identical twins,
     * summaries in many scripts, with markup and of great length, with and without a ticket, one of a user
     * who was removed. The same seed gives the same sessions.
     */
    public void seed(long seed, int sessions) {
        server.locked(() -> {
            List<Long> users =
                    account.users.values().stream().map(CodebaseUser::id).toList();
            new CodebaseSeed(seed, users, List.of("app", "website"))
                    .sessions(sessions)
                    .forEach(account::create);
            return true;
        });
    }

    /**
     * Lets the project's lists go on with {@code count} sessions that are made while they are sent and never
     * held: millions need no memory. They are in the lists only, with ids of their own:
     * {@link #generatedId}.
     *
     * @param session makes the session for an index from 0; called by the server's threads
     */
    public void generate(String project, int count, IntFunction<StoredCodebaseSession> session) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative but is " + count);
        }
        server.locked(() -> {
            CodebaseProject generating = account.project(project);
            generating.generatedCount = count;
            generating.generated = index ->
                    session.apply(index).toBuilder().id(generatedId(index)).build();
            return true;
        });
    }

    /** The id of the generated session with this index. */
    public static long generatedId(int index) {
        return 1_000_000_000L + index;
    }

    /** Adds a user who may see all projects. */
    public void addUser(long id, String username, String apiKey) {
        server.locked(() -> {
            account.addUser(new CodebaseUser(id, username, apiKey));
            return true;
        });
    }

    /** Adds an empty project. */
    public void addProject(String permalink) {
        server.locked(() -> {
            account.addProject(permalink);
            return true;
        });
    }

    /** From now on the project answers this user with 403. */
    public void closeProject(String permalink, String username) {
        server.locked(() -> account.project(permalink).closedTo.add(username));
    }

    /** From now on the deletion of this session is refused with 409. */
    public void blockDelete(long id) {
        server.locked(() -> account.undeletable.add(id));
    }

    @Override
    public void mode(Mode mode) {
        server.mode(mode);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Builds a {@link CodebaseSimulator}. Not safe for use by several threads. */
    public static final class Builder {
        int port;
        Clock clock = Clock.systemUTC();
        ZoneId zone = ZoneOffset.UTC;
        boolean toInclusive;
        boolean periodsByCreation;
        int badCredentialsStatus = 401;
        boolean strictContentType = true;

        private Builder() {}

        /** Default: 0, any that is free. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Stamps sessions, says what day it is and times late commits. Default: the system's. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** The account's zone, in which it is today. Default: UTC. */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /** Whether {@code to} itself belongs to the range; the vendor does not say. Default: false, as observed. */
        public Builder toInclusive(boolean value) {
            toInclusive = value;
            return this;
        }

        /**
         * Whether the lists of the day, week and month go by the moment of creation instead of the session's
         * date; the vendor does not say. Default: false. Weeks begin on Monday.
         */
        public Builder periodsByCreation(boolean value) {
            periodsByCreation = value;
            return this;
        }

        /** What a wrong key is answered with, 401 or 403; both were seen. Default: 401. */
        public Builder badCredentialsStatus(int value) {
            if (value != 401 && value != 403) {
                throw new IllegalArgumentException("must be 401 or 403 but is " + value);
            }
            badCredentialsStatus = value;
            return this;
        }

        /**
         * Whether the whole {@code Content-Type} header must be {@code application/xml}, as the vendor's page
         * states. Otherwise parameters of the header, such as a charset, do not matter. Default: true.
         */
        public Builder strictContentType(boolean value) {
            strictContentType = value;
            return this;
        }

        /** Starts it. */
        public CodebaseSimulator start() {
            return new CodebaseSimulator(this);
        }
    }
}
