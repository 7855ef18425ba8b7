package dev.hourbridge.simulators;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * LiveTimer on loopback. Speaks plain HTTP, where the service speaks HTTPS only.
 *
 * <p>The account comes with the people and things of the vendor's samples: users {@code walter} (25, may
 * view management reports), {@code olive} (26, may not) and {@code igor} (27, inactive); clients 21, 22
 * (inactive) and 24; projects 28 to 33; tasks 40 to 43; activities 16, 17 and 18 (inactive). It has no
 * entries until some are added.
 *
 * <p>Operations, for {@link Requests#operation}: {@code list}, {@code summary}, {@code show},
 * {@code create}, {@code update}, {@code delete}. May be used by several threads.
 */
public final class LiveTimerSimulator implements Simulator {
    private static final long MAIN_USER = 25;

    private final LiveTimerAccount account;
    private final SimulatorServer server;

    private LiveTimerSimulator(Builder builder) {
        this.account = LiveTimerAccount.documented(builder.clock);
        this.server = SimulatorServer.start(new LiveTimerService(account, builder), builder.port, builder.clock);
    }

    /** Starts one with the defaults, on any free port. */
    public static LiveTimerSimulator start() {
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

    /** The login of a user who may view management reports, and so sees all entries. */
    public String username() {
        return server.locked(() -> user(MAIN_USER).name());
    }

    /** The password that goes with {@link #username()}. */
    public String password() {
        return password(username());
    }

    /** The password of any user, by login. */
    public String password(String username) {
        return server.locked(() -> account.userByName(username)
                .map(LiveTimerUser::password)
                .orElseThrow(() -> new IllegalArgumentException("there is no user " + username)));
    }

    @Override
    public FaultPlan faults() {
        return server.faults();
    }

    @Override
    public RequestLog requests() {
        return server.log();
    }

    /** All entries, in the order of their ids; a copy. */
    public List<StoredLiveTimerEntry> entries() {
        return server.locked(account::all);
    }

    /** Stores an entry as if its user had made it now, and gives it back with its id. */
    public StoredLiveTimerEntry add(StoredLiveTimerEntry entry) {
        return server.locked(() -> account.create(entry));
    }

    /** Stores many. */
    public void addAll(List<StoredLiveTimerEntry> entries) {
        server.locked(() -> {
            entries.forEach(account::create);
            return true;
        });
    }

    /** Removes an entry, as another program might. */
    public void remove(long id) {
        server.locked(() -> account.remove(id));
    }

    /**
     * Stores invented entries over the year 2024, of both kinds and of all active users: identical twins,
     * notes in many scripts and with markup, work over midnight and on the days on which the clocks of New
     * York change, with and without a project, task and activity. The same seed gives the same entries.
     */
    public void seed(long seed, int entries) {
        server.locked(() -> {
            List<Long> users = account.users.values().stream()
                    .filter(LiveTimerUser::active)
                    .map(LiveTimerUser::id)
                    .toList();
            new LiveTimerSeed(seed, users).entries(entries).forEach(account::create);
            return true;
        });
    }

    /** Adds an active user without assignments. */
    public void addUser(long id, String username, String password, boolean viewsManagementReports) {
        server.locked(() -> {
            account.addUser(
                    new LiveTimerUser(id, username, password, true, viewsManagementReports, Set.of(), Set.of()));
            return true;
        });
    }

    /** Adds an active client. */
    public void addClient(long id, String name) {
        server.locked(() -> {
            LiveTimerAccount.add(account.clients, new LiveTimerItem(id, name, true, 0));
            return true;
        });
    }

    /** Adds an active project of a client. */
    public void addProject(long id, String name, long clientId) {
        server.locked(() -> {
            LiveTimerAccount.add(account.projects, new LiveTimerItem(id, name, true, clientId));
            return true;
        });
    }

    /** Adds an active task of a project. */
    public void addTask(long id, String name, long projectId) {
        server.locked(() -> {
            LiveTimerAccount.add(account.tasks, new LiveTimerItem(id, name, true, projectId));
            return true;
        });
    }

    /** Adds an active activity. */
    public void addActivity(long id, String name) {
        server.locked(() -> {
            LiveTimerAccount.add(account.activities, new LiveTimerItem(id, name, true, 0));
            return true;
        });
    }

    @Override
    public void mode(Mode mode) {
        server.mode(mode);
    }

    @Override
    public void close() {
        server.close();
    }

    private LiveTimerUser user(long id) {
        LiveTimerUser user = account.users.get(id);
        if (user == null) {
            throw new IllegalStateException("user " + id + " is missing");
        }
        return user;
    }

    /** Builds a {@link LiveTimerSimulator}. Not safe for use by several threads. */
    public static final class Builder {
        int port;
        Clock clock = Clock.systemUTC();
        boolean paddedNotes = true;
        int rangeCap = Integer.MAX_VALUE;
        boolean endDateInclusive = true;
        boolean strictContentType = true;

        private Builder() {}

        /** Default: 0, any that is free. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Stamps entries and times late commits. Default: the system's, in UTC. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Whether a note's CDATA section stands between line breaks, as in the vendor's samples. Default: true. */
        public Builder paddedNotes(boolean value) {
            paddedNotes = value;
            return this;
        }

        /** How many entries one answer holds at most if a range is asked for; cut silently. Default: any number. */
        public Builder rangeCap(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("rangeCap must be at least 1 but is " + value);
            }
            rangeCap = value;
            return this;
        }

        /** Whether {@code end_date} itself belongs to the range; the vendor does not say. Default: true. */
        public Builder endDateInclusive(boolean value) {
            endDateInclusive = value;
            return this;
        }

        /**
         * Whether the whole {@code Content-Type} header of a create or update must be {@code application/xml},
         * as Rails 1.2 demands, which ignores the body of {@code application/xml; charset=utf-8}. Otherwise
         * parameters of the header do not matter, as in Rails 2. Default: true.
         */
        public Builder strictContentType(boolean value) {
            strictContentType = value;
            return this;
        }

        /** Starts it. */
        public LiveTimerSimulator start() {
            return new LiveTimerSimulator(this);
        }
    }
}
