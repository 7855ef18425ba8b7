package dev.hourbridge.simulators.livetimer;

import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.internal.AbstractSimulator;
import java.time.Clock;
import java.util.Set;

/**
 * A LiveTimer simulator on the loopback interface, over plain HTTP.
 *
 * <pre>{@code
 * try (LiveTimerSimulator simulator = LiveTimerSimulator.start();
 *         LiveTimerClient liveTimer = LiveTimerClient.builder()
 *                 .baseUrl(simulator.url().toString())
 *                 .login(simulator.username(), simulator.password())
 *                 .build()) {
 *     simulator.seed(42, 100, Year.of(2025));
 *     simulator.faults().next(Requests.operation("list"), Fault.status(503)); // the client sends the request again
 *     long entries = liveTimer.list(TimeEntryQuery.all()).stream().count();
 *     System.out.println(entries + " entries in " + simulator.requests().count() + " requests");
 * }
 * }</pre>
 *
 * <p>The account has the people, clients, projects, tasks and activities of the vendor's samples: users {@code walter}
 * (25, may view management reports), {@code olive} (26, may not) and {@code igor} (27, inactive); clients 21, 22
 * (inactive) and 24; projects 28 to 33; tasks 40 to 43; activities 16, 17 and 18 (inactive). Initially, there are no
 * entries. Seeded entries belong to all active users and are of both kinds. They include identical entries, notes with
 * markup or in many scripts, work across midnight and on days when the clocks change in New York, and entries with and
 * without a project, task and activity.
 *
 * <p>Operations, for {@link Requests#operation}: {@code list}, {@code summary}, {@code show}, {@code create}, {@code
 * update}, {@code delete}. All methods are thread-safe.
 */
public final class LiveTimerSimulator extends AbstractSimulator<StoredLiveTimerEntry> {
    private static final long MAIN_USER = 25;

    private final LiveTimerAccount account;

    private LiveTimerSimulator(Builder builder, LiveTimerAccount account) {
        super(account, new LiveTimerService(account, builder), builder.port, builder.clock);
        this.account = account;
    }

    /** Starts a simulator with the default options on any free port. */
    public static LiveTimerSimulator start() {
        return builder().start();
    }

    /** Returns a builder with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the login of a user who may view management reports and therefore sees all entries. */
    public String username() {
        return read(() -> account.user(MAIN_USER).name());
    }

    /** Returns the password of {@link #username()}. */
    public String password() {
        return password(username());
    }

    /**
     * Returns the password of a user.
     *
     * @throws IllegalArgumentException if there is no user with this login
     */
    public String password(String username) {
        return read(() -> account.user(username).password());
    }

    /** Adds an active user without assignments. */
    public void addUser(long id, String username, String password, boolean viewsManagementReports) {
        change(() -> account.addUser(
                new LiveTimerUser(id, username, password, true, viewsManagementReports, Set.of(), Set.of())));
    }

    /** Adds an active client. */
    public void addClient(long id, String name) {
        change(() -> LiveTimerAccount.add(account.clients, new LiveTimerItem(id, name, true, 0)));
    }

    /** Adds an active project of a client. */
    public void addProject(long id, String name, long clientId) {
        change(() -> LiveTimerAccount.add(account.projects, new LiveTimerItem(id, name, true, clientId)));
    }

    /** Adds an active task of a project. */
    public void addTask(long id, String name, long projectId) {
        change(() -> LiveTimerAccount.add(account.tasks, new LiveTimerItem(id, name, true, projectId)));
    }

    /** Adds an active activity. */
    public void addActivity(long id, String name) {
        change(() -> LiveTimerAccount.add(account.activities, new LiveTimerItem(id, name, true, 0)));
    }

    /** Builds a {@link LiveTimerSimulator}. Not thread-safe. */
    public static final class Builder {
        int port;
        Clock clock = Clock.systemUTC();
        boolean paddedNotes = true;
        int rangeCap = Integer.MAX_VALUE;
        boolean endDateInclusive = true;
        boolean strictContentType = true;

        private Builder() {}

        /** Sets the port. Default: 0, which selects any free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Sets the clock for timestamps and late commits. Default: the system clock. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Sets whether line breaks surround the CDATA section of a note, as in the vendor's samples. Default: true. */
        public Builder paddedNotes(boolean value) {
            paddedNotes = value;
            return this;
        }

        /**
         * Sets the maximum number of entries in a response. A longer range is silently truncated. Default: unlimited.
         *
         * @param value 1 or more
         * @throws IllegalArgumentException if {@code value} is less than 1
         */
        public Builder rangeCap(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("rangeCap must be at least 1 but is " + value + ".");
            }
            rangeCap = value;
            return this;
        }

        /** Sets whether a range includes its {@code end_date}. The vendor does not document this. Default: true. */
        public Builder endDateInclusive(boolean value) {
            endDateInclusive = value;
            return this;
        }

        /**
         * Sets whether the whole {@code Content-Type} header of a create or update must be {@code application/xml}, as
         * Rails 1.2 requires; it ignores the body for {@code application/xml; charset=utf-8}. Otherwise, parameters of
         * the header are ignored, as in Rails 2. Default: true.
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
        public LiveTimerSimulator start() {
            return new LiveTimerSimulator(this, LiveTimerAccount.documented(clock));
        }
    }
}
