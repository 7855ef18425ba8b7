package dev.hourbridge.simulators.codebase;

import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.internal.AbstractSimulator;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A Codebase simulator on the loopback interface, over plain HTTP.
 *
 * <pre>{@code
 * try (CodebaseSimulator simulator = CodebaseSimulator.start();
 *         CodebaseClient codebase = CodebaseClient.builder()
 *                 .baseUrl(simulator.url().toString())
 *                 .account(simulator.account())
 *                 .username(simulator.username())
 *                 .apiKey(simulator.apiKey())
 *                 .projects("website", "app")
 *                 .build()) {
 *     simulator.seed(42, 100);
 *     long sessions = codebase.list(TimeEntryQuery.all()).stream().count();
 *     System.out.println(sessions + " sessions in " + simulator.requests().count("list") + " lists");
 * }
 * }</pre>
 *
 * <p>The account {@code acme} has the users {@code alice} (1234) and {@code bob} (1235) and the projects {@code
 * website}, {@code app} and {@code vault}. The user alice cannot access the project {@code vault}. Initially, there are
 * no sessions. Seeded sessions are in {@code website} and {@code app}. They include identical sessions, sessions with
 * and without a ticket, a session of a removed user, and summaries that are long, contain markup or use many scripts.
 *
 * <p>Operations, for {@link Requests#operation}: {@code list}, {@code list-day}, {@code list-week}, {@code list-month},
 * {@code show}, {@code create}, {@code update}, {@code delete}. All methods are thread-safe.
 */
public final class CodebaseSimulator extends AbstractSimulator<StoredCodebaseSession> {
    private static final String MAIN_USER = "alice";

    private final CodebaseAccount account;

    private CodebaseSimulator(Builder builder, CodebaseAccount account) {
        super(account, new CodebaseService(account, builder), builder.port, builder.clock);
        this.account = account;
    }

    /** Starts a simulator with the default options on any free port. */
    public static CodebaseSimulator start() {
        return builder().start();
    }

    /** Returns a builder with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the account, which precedes the user name in the header for Basic authentication: {@code acme/alice}. */
    public String account() {
        return CodebaseAccount.NAME;
    }

    /** Returns the name of a user who may see all projects except {@code vault}. */
    public String username() {
        return MAIN_USER;
    }

    /** Returns the API key of {@link #username()}. */
    public String apiKey() {
        return apiKey(MAIN_USER);
    }

    /**
     * Returns the API key of a user.
     *
     * @throws IllegalArgumentException if there is no user with this name
     */
    public String apiKey(String username) {
        return read(() -> account.user(username).apiKey());
    }

    /** Returns a sorted copy of the permalinks of the projects that {@link #username()} may see. */
    public List<String> projects() {
        return read(() -> account.projects.entrySet().stream()
                .filter(project -> !project.getValue().closedTo.contains(MAIN_USER))
                .map(Map.Entry::getKey)
                .toList());
    }

    /**
     * Appends {@code count} generated sessions to the lists of a project. They are generated while a list is being sent
     * and are never stored, so millions of sessions need no memory. They appear only in lists, with ids from {@link
     * #generatedId}.
     *
     * @param session creates the session for an index, starting at 0; called on the server's threads
     * @throws IllegalArgumentException if {@code count} is negative or the project does not exist
     */
    public void generate(String project, int count, IntFunction<StoredCodebaseSession> session) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative but is " + count + ".");
        }
        change(() -> {
            CodebaseProject generating = account.project(project);
            generating.generatedCount = count;
            generating.generated = index ->
                    session.apply(index).toBuilder().id(generatedId(index)).build();
        });
    }

    /** Returns the id of the generated session with this index. */
    public static long generatedId(int index) {
        return 1_000_000_000L + index;
    }

    /** Adds a user who may see all projects. */
    public void addUser(long id, String username, String apiKey) {
        change(() -> account.addUser(new CodebaseUser(id, username, apiKey)));
    }

    /** Adds an empty project. */
    public void addProject(String permalink) {
        change(() -> account.addProject(permalink));
    }

    /** Denies a user access to a project. From then on, the user's requests return status 403. */
    public void closeProject(String permalink, String username) {
        change(() -> account.project(permalink).closedTo.add(username));
    }

    /** Blocks the deletion of a session. From then on, deleting it returns status 409. */
    public void blockDelete(long id) {
        change(() -> account.undeletable.add(id));
    }

    /** Builds a {@link CodebaseSimulator}. Not thread-safe. */
    public static final class Builder {
        int port;
        Clock clock = Clock.systemUTC();
        ZoneId zone = ZoneOffset.UTC;
        boolean toInclusive;
        boolean periodsByCreation;
        int badCredentialsStatus = 401;
        boolean strictContentType = true;

        private Builder() {}

        /** Sets the port. Default: 0, which selects any free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Sets the clock for timestamps, for the current day and for late commits. Default: the system clock. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Sets the account's zone, which determines the current day. Default: UTC. */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /**
         * Sets whether a range includes its {@code to} day. The vendor does not document this. Default: false, as
         * observed.
         */
        public Builder toInclusive(boolean value) {
            toInclusive = value;
            return this;
        }

        /**
         * Sets whether the day, week and month lists use the creation time instead of the session's date. The
         * vendor does not document this. Weeks begin on Monday. Default: false.
         */
        public Builder periodsByCreation(boolean value) {
            periodsByCreation = value;
            return this;
        }

        /**
         * Sets the status for an invalid key: 401 or 403, both of which were observed. Default: 401.
         *
         * @param value 401 or 403
         * @throws IllegalArgumentException if {@code value} is another status
         */
        public Builder badCredentialsStatus(int value) {
            if (value != 401 && value != 403) {
                throw new IllegalArgumentException("badCredentialsStatus must be 401 or 403 but is " + value + ".");
            }
            badCredentialsStatus = value;
            return this;
        }

        /**
         * Sets whether the whole {@code Content-Type} header must be {@code application/xml}, as the vendor's page
         * states. Otherwise, parameters of the header, such as a charset, are ignored. Default: true.
         */
        public Builder strictContentType(boolean value) {
            strictContentType = value;
            return this;
        }

        /**
         * Starts the simulator.
         *
         * @throws java.io.UncheckedIOException if the simulator cannot listen on the port
         */
        public CodebaseSimulator start() {
            return new CodebaseSimulator(this, CodebaseAccount.documented(clock));
        }
    }
}
