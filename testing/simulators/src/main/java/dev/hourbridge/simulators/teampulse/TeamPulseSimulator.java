package dev.hourbridge.simulators.teampulse;

import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.internal.AbstractSimulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A TeamPulse simulator on the loopback interface, under its application path.
 *
 * <pre>{@code
 * try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
 *         TeamPulseClient teamPulse = TeamPulseClient.builder()
 *                 .baseUrl(simulator.url().toString())
 *                 .login(simulator.username(), simulator.password())
 *                 .build()) {
 *     simulator.seed(42, 100);
 *     simulator.expireTokens();
 *     teamPulse.list(TimeEntryQuery.all()).forEach(System.out::println);
 *     System.out.println(simulator.requests().count("token") + " sign-in");
 * }
 * }</pre>
 *
 * <p>It has the users {@code paul} (1) and {@code mary} (2); project 1 with tasks 10 and 11, project 2 with task 20,
 * and project 3 with task 30, which paul cannot access. All projects have the work type Billable, the first two also
 * have Non-Billable, and project 2 has one of its own. Initially, there are no entries. The work type of an added entry
 * need not exist, because entries outlive their type. Seeded entries are on tasks 10, 11 and 20. They include identical
 * entries, hours that are not whole minutes, and notes that are missing, blank, of maximum length, with markup or in
 * many scripts.
 *
 * <p>Operations, for {@link Requests#operation}: {@code token}, {@code challenge}, {@code list}, {@code list-task},
 * {@code show}, {@code create}, {@code update}, {@code delete}, {@code entry-types}, {@code me}. All methods are
 * thread-safe.
 */
public final class TeamPulseSimulator extends AbstractSimulator<StoredTeamPulseEntry> {
    private static final long MAIN_USER = 1;

    /** The form of the access token in the Authorization header. Existing clients use different forms. */
    public enum TokenForm {
        /** The token, after decoding the form-encoded response once. */
        PLAIN,
        /** The token between double quotes. */
        QUOTED,
        /** The token, percent-encoded again. */
        ENCODED
    }

    private final TeamPulseAccount account;
    private final TeamPulseTokens tokens;

    private TeamPulseSimulator(Builder builder, TeamPulseAccount account, TeamPulseTokens tokens) {
        super(account, new TeamPulseService(account, tokens, builder), builder.port, builder.clock);
        this.account = account;
        this.tokens = tokens;
    }

    /** Starts a simulator with the default options on any free port. */
    public static TeamPulseSimulator start() {
        return builder().start();
    }

    /** Returns a builder with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the base URL with the application path, {@code /TeamPulse}. */
    @Override
    public URI url() {
        return URI.create(super.url() + TeamPulseService.APPLICATION);
    }

    /** Returns the name of a user who may see all projects except the third. */
    public String username() {
        return read(() -> account.user(MAIN_USER).username());
    }

    /** Returns the password of {@link #username()}. It contains characters that must be encoded in a form. */
    public String password() {
        return password(username());
    }

    /**
     * Returns the password of a user.
     *
     * @throws IllegalArgumentException if there is no user with this name
     */
    public String password(String username) {
        return read(() -> account.user(username).password());
    }

    /**
     * Issues a new refresh token for a user.
     *
     * @throws IllegalArgumentException if there is no user with this name
     */
    public String refreshToken(String username) {
        return read(() -> tokens.newRefreshToken(account.user(username).id()));
    }

    /** Expires all access tokens immediately. */
    public void expireTokens() {
        change(tokens::expireAll);
    }

    /** Revokes all refresh tokens immediately. */
    public void revokeRefreshTokens() {
        change(tokens::revokeAll);
    }

    /** Adds a user who may see all projects. */
    public void addUser(long id, String username, String password, String firstName, String lastName) {
        change(() -> account.addUser(new TeamPulseUser(id, username, password, firstName, lastName)));
    }

    /** Adds a project with these work types. */
    public void addProject(long id, String... types) {
        List<String> names = List.of(types);
        change(() -> account.addProject(id, names));
    }

    /** Adds a task to a project. */
    public void addTask(long id, long projectId) {
        change(() -> account.addTask(id, projectId));
    }

    /** Removes a work type from a project. Entries with this type remain. */
    public void removeType(long projectId, String type) {
        change(() -> account.project(projectId).types.remove(type));
    }

    /** Hides a project, its tasks and their entries from a user. */
    public void closeProject(long projectId, String username) {
        change(() -> account.closeProject(projectId, account.user(username)));
    }

    /** Builds a {@link TeamPulseSimulator}. Not thread-safe. */
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

        /** Sets the port. Default: 0, which selects any free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Sets the clock for timestamps, tokens and late commits. Default: the system clock. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Sets the lifetime of an access token. The vendor does not document it. Default: 20 minutes. */
        public Builder tokenLifetime(Duration value) {
            tokenLifetime = value;
            return this;
        }

        /**
         * Sets the number of requests for which an access token is valid. Default: unlimited.
         *
         * @param value 1 or more
         * @throws IllegalArgumentException if {@code value} is less than 1
         */
        public Builder requestsPerToken(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("requestsPerToken must be at least 1 but is " + value + ".");
            }
            requestsPerToken = value;
            return this;
        }

        /** Sets whether a refresh token is valid only once and the response contains the next one. Default: true. */
        public Builder rotatingRefreshTokens(boolean value) {
            rotatingRefreshTokens = value;
            return this;
        }

        /** Sets whether a response with a token states its lifetime, which is optional in WRAP. Default: false. */
        public Builder announcingExpiry(boolean value) {
            announcingExpiry = value;
            return this;
        }

        /** Sets the only form in which the access token is accepted. Default: PLAIN. */
        public Builder tokenForm(TokenForm value) {
            tokenForm = value;
            return this;
        }

        /** Sets whether the client id in the challenge is quoted, as existing clients require. Default: true. */
        public Builder quotedClientId(boolean value) {
            quotedClientId = value;
            return this;
        }

        /** Sets the location in the challenge. Default: the token endpoint of this simulator. */
        public Builder challengeLocation(URI value) {
            challengeLocation = value;
            return this;
        }

        /**
         * Sets whether {@code totalResults} counts only the page. The vendor does not document this. Default: false.
         */
        public Builder totalOfPage(boolean value) {
            totalOfPage = value;
            return this;
        }

        /** Sets whether hours have single-precision rounding errors, such as 6.0999999 for 6.1. Default: false. */
        public Builder floatNoise(boolean value) {
            floatNoise = value;
            return this;
        }

        /**
         * Sets the status for a query string of more than 2,048 characters. Default: 404.
         *
         * @param value 400 or 404
         * @throws IllegalArgumentException if {@code value} is another status
         */
        public Builder longQueryStatus(int value) {
            if (value != 400 && value != 404) {
                throw new IllegalArgumentException("longQueryStatus must be 400 or 404 but is " + value + ".");
            }
            longQueryStatus = value;
            return this;
        }

        /**
         * Starts the simulator.
         *
         * @throws java.io.UncheckedIOException if the simulator cannot listen on the port
         */
        public TeamPulseSimulator start() {
            TeamPulseAccount account = TeamPulseAccount.documented(clock);
            return new TeamPulseSimulator(this, account, new TeamPulseTokens(account, this));
        }
    }
}
