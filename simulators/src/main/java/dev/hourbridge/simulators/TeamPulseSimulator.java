package dev.hourbridge.simulators;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TeamPulse on loopback, under its application path.
 *
 * <p>It comes with the users {@code paul} (1) and {@code mary} (2); project 1 with tasks 10 and 11, project
 * 2 with task 20, and project 3 with task 30, which is closed to paul. All have the work type Billable, the
 * first two Non-Billable also, and project 2 one of its own. There are no entries until some are added.
 *
 * <p>Operations, for {@link Requests#operation}: {@code token}, {@code list}, {@code list-task},
 * {@code show}, {@code create}, {@code update}, {@code delete}, {@code entry-types}, {@code me}, {@code challenge}. May be used
 * by several threads.
 */
public final class TeamPulseSimulator implements Simulator {
    private static final long MAIN_USER = 1;

    /** How the access token is to stand in the Authorization header; clients in the field disagree. */
    public enum TokenForm {
        /** As it is after the answer's form was decoded once. */
        PLAIN,
        /** The same, between double quotes. */
        QUOTED,
        /** The same, percent-encoded again. */
        ENCODED
    }

    private final TeamPulseAccount account;
    private final TeamPulseTokens tokens;
    private final SimulatorServer server;

    private TeamPulseSimulator(Builder builder) {
        this.account = TeamPulseAccount.documented(builder.clock);
        this.tokens = new TeamPulseTokens(account, builder);
        this.server =
                SimulatorServer.start(new TeamPulseService(account, tokens, builder), builder.port, builder.clock);
    }

    /** Starts one with the defaults, on any free port. */
    public static TeamPulseSimulator start() {
        return builder().start();
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** With the application path, {@code /TeamPulse}. */
    @Override
    public URI url() {
        return URI.create(server.url() + TeamPulseService.APPLICATION);
    }

    /** A user who sees all projects but the third. */
    public String username() {
        return server.locked(() -> account.user(MAIN_USER).username());
    }

    /** The password that goes with {@link #username()}; it holds what a form must encode. */
    public String password() {
        return password(username());
    }

    /** The password of any user, by name. */
    public String password(String username) {
        return server.locked(() -> user(username).password());
    }

    /** Issues a new refresh token for a user, by name. */
    public String refreshToken(String username) {
        return server.locked(() -> tokens.newRefreshToken(user(username).id()));
    }

    /** Ends all access tokens now. */
    public void expireTokens() {
        server.locked(() -> {
            tokens.expireAll();
            return true;
        });
    }

    /** Ends all refresh tokens now. */
    public void revokeRefreshTokens() {
        server.locked(() -> {
            tokens.revokeAll();
            return true;
        });
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
    public List<StoredTeamPulseEntry> entries() {
        return server.locked(account::all);
    }

    /**
     * Stores an entry as if its user had made it now, and gives it back with its id. Its work type need not
     * exist: entries outlive their type.
     */
    public StoredTeamPulseEntry add(StoredTeamPulseEntry entry) {
        return server.locked(() -> account.add(entry));
    }

    /** Stores many. */
    public void addAll(List<StoredTeamPulseEntry> entries) {
        server.locked(() -> {
            entries.forEach(account::add);
            return true;
        });
    }

    /** Removes an entry, as another program might. */
    public void remove(long id) {
        server.locked(() -> {
            account.remove(id);
            return true;
        });
    }

    /**
     * Stores invented entries over the year 2024 on tasks 10, 11 and 20: identical twins, notes in many
     * scripts, with markup, missing, blank and as long as may be, hours that are no whole minutes. The same
     * seed gives the same entries.
     */
    public void seed(long seed, int entries) {
        server.locked(() -> {
            new TeamPulseSeed(seed, List.copyOf(account.users.keySet()))
                    .entries(entries)
                    .forEach(account::add);
            return true;
        });
    }

    /** Adds a user who may see all projects. */
    public void addUser(long id, String username, String password, String firstName, String lastName) {
        server.locked(() -> {
            account.addUser(new TeamPulseUser(id, username, password, firstName, lastName));
            return true;
        });
    }

    /** Adds a project with these work types. */
    public void addProject(long id, String... types) {
        List<String> names = List.of(types);
        server.locked(() -> {
            account.addProject(id, names);
            return true;
        });
    }

    /** Adds a task to a project. */
    public void addTask(long id, long projectId) {
        server.locked(() -> {
            account.addTask(id, projectId);
            return true;
        });
    }

    /** Removes a work type from a project. Entries of that type stay. */
    public void removeType(long projectId, String type) {
        server.locked(() -> account.project(projectId).types.remove(type));
    }

    /** Hides the project, its tasks and their entries from a user. */
    public void closeProject(long projectId, String username) {
        server.locked(() -> {
            account.project(projectId).closedTo.add(user(username).id());
            account.touched();
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

    private TeamPulseUser user(String username) {
        return account.userByName(username)
                .orElseThrow(() -> new IllegalArgumentException("there is no user " + username));
    }

    /** Builds a {@link TeamPulseSimulator}. Not safe for use by several threads. */
    public static final class Builder {
        int port;
        Clock clock = Clock.systemUTC();
        Duration tokenLifetime = Duration.ofMinutes(20);
        int requestsPerToken = Integer.MAX_VALUE;
        boolean rotatingRefreshTokens = true;
        boolean announcingExpiry;
        TokenForm tokenForm = TokenForm.PLAIN;
        boolean quotedClientId = true;

        @Nullable
        URI challengeLocation;

        boolean totalOfPage;
        boolean floatNoise;
        int longQueryStatus = 404;

        private Builder() {}

        /** Default: 0, any that is free. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Stamps entries, ends tokens and times late commits. Default: the system's. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** How long an access token is good for. Default: 20 minutes; the vendor does not say. */
        public Builder tokenLifetime(Duration value) {
            tokenLifetime = value;
            return this;
        }

        /** How many requests an access token is good for, at least 1. Default: any number. */
        public Builder requestsPerToken(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("requestsPerToken must be at least 1 but is " + value);
            }
            requestsPerToken = value;
            return this;
        }

        /** Whether a refresh token is good for one use, and its answer brings the next. Default: true. */
        public Builder rotatingRefreshTokens(boolean value) {
            rotatingRefreshTokens = value;
            return this;
        }

        /** Whether the token's lifetime comes with it, which WRAP leaves open. Default: false. */
        public Builder announcingExpiry(boolean value) {
            announcingExpiry = value;
            return this;
        }

        /** The only form in which the access token is accepted. Default: PLAIN. */
        public Builder tokenForm(TokenForm value) {
            tokenForm = value;
            return this;
        }

        /** Whether the challenge quotes the client id; the document does not, clients of the field demand it. Default: true. */
        public Builder quotedClientId(boolean value) {
            quotedClientId = value;
            return this;
        }

        /** Where the challenge sends the caller. Default: this simulator's own token endpoint. */
        public Builder challengeLocation(URI value) {
            challengeLocation = value;
            return this;
        }

        /** Whether {@code totalResults} counts the page instead of all; the vendor does not say. Default: false. */
        public Builder totalOfPage(boolean value) {
            totalOfPage = value;
            return this;
        }

        /** Whether hours are answered with the noise of single precision: 6.1 as 6.0999999. Default: false. */
        public Builder floatNoise(boolean value) {
            floatNoise = value;
            return this;
        }

        /** The answer to a query string over 2,048 characters, 400 or 404. Default: 404. */
        public Builder longQueryStatus(int value) {
            if (value != 400 && value != 404) {
                throw new IllegalArgumentException("must be 400 or 404 but is " + value);
            }
            longQueryStatus = value;
            return this;
        }

        /** Starts it. */
        public TeamPulseSimulator start() {
            return new TeamPulseSimulator(this);
        }
    }
}
