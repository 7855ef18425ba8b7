package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.internal.AbstractSimulator;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * A simulator of Teamwork's projects API, version 1, on the loopback interface.
 *
 * <pre>{@code
 * try (TeamworkSimulator simulator = TeamworkSimulator.start();
 *         TeamworkClient teamwork = TeamworkClient.builder()
 *                 .baseUrl(simulator.url().toString())
 *                 .apiKey(simulator.apiKey())
 *                 .zone(simulator.zone())
 *                 .build()) {
 *     simulator.faults().next(Requests.operation("create-project"), Fault.lostResponse());
 *     try {
 *         teamwork.create(NewTimeEntry.of(WorkTime.from(OffsetDateTime.now(), Duration.ofHours(1)))
 *                 .project(ProjectRef.of(teamwork.account(), "999"))
 *                 .build());
 *     } catch (HourbridgeException e) {
 *         System.out.println("In doubt, and stored: " + simulator.entries());
 *     }
 * }
 * }</pre>
 *
 * <p>The account has the people, companies, projects and tasks of the vendor's samples: people 999 and 1000; companies
 * 999 and 47; projects 999, 1049 and 1050 (archived); task lists 2001 of project 999 and 1027 of 1049; tasks 8001, 7641
 * and 7642 (completed); tags {@code tag1} and {@code tag2}. Initially, there are no entries. Seeded entries belong to
 * all people, active projects and tasks. They include identical entries, notes in many scripts, entries on days when
 * clocks change, and entries that have no start, are invoiced or are deleted. Removing an entry marks it as deleted.
 *
 * <p>Operations, for {@link Requests#operation}: {@code list}, {@code list-project}, {@code list-task}, {@code
 * create-project}, {@code create-task}, {@code create-todo-item}, {@code show}, {@code update}, {@code delete}, {@code
 * total-account}, {@code total-project}, {@code total-tasklist}, {@code total-task}, {@code totals-per-project}. All
 * methods are thread-safe.
 */
public final class TeamworkSimulator extends AbstractSimulator<StoredTeamworkEntry> {
    private static final long MAIN_PERSON = 999;

    private final TeamworkAccount account;

    private TeamworkSimulator(Builder builder, TeamworkAccount account) {
        super(account, new TeamworkService(account, builder), builder.port, builder.clock);
        this.account = account;
    }

    /** Starts a simulator with the default options on any free port. */
    public static TeamworkSimulator start() {
        return builder().start();
    }

    /** Returns a builder with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the API key of person 999, which is also the user name in a Basic header, with any password. */
    public String apiKey() {
        return apiKey(MAIN_PERSON);
    }

    /**
     * Returns the API key of a person.
     *
     * @throws IllegalArgumentException if there is no person with this id
     */
    public String apiKey(long personId) {
        return read(() -> account.person(personId).apiKey());
    }

    /** Returns the zone of the account, which applies to dates and times in responses and filters. */
    public ZoneId zone() {
        return account.zone;
    }

    /** Returns a copy of the deleted entries, in the order of their ids. */
    public List<StoredTeamworkEntry> deletedEntries() {
        return read(account::deleted);
    }

    /** Adds a person who authenticates with this key. */
    public void addPerson(long id, String firstName, String lastName, String apiKey) {
        change(() -> account.addPerson(new TeamworkItems.Person(id, firstName, lastName, apiKey)));
    }

    /** Adds a company. */
    public void addCompany(long id, String name) {
        change(() -> account.addCompany(id, name));
    }

    /** Adds an active project of a company. */
    public void addProject(long id, String name, long companyId) {
        change(() -> account.addProject(id, name, companyId, true));
    }

    /** Adds a task list to a project. */
    public void addTaskList(long id, String name, long projectId) {
        change(() -> account.addTaskList(id, name, projectId));
    }

    /** Adds an open task without an estimate to a task list. */
    public void addTask(long id, String name, long taskListId) {
        change(() -> account.addTask(id, name, taskListId, 0, false));
    }

    /** Builds a {@link TeamworkSimulator}. Not thread-safe. */
    public static final class Builder {
        int port;
        Clock clock = Clock.systemUTC();
        ZoneId zone = ZoneId.of("America/New_York");
        List<TeamworkCreateResponse> createResponses = List.of(TeamworkCreateResponse.LOCATION_AND_IDS);
        int requestsPerMinute;
        int throttleStatus = 429;
        boolean retryAfter;
        TeamworkRateLimitHeaders rateLimitHeaders = TeamworkRateLimitHeaders.X_RATELIMIT;
        boolean resetAsEpoch;
        int rowsPerQuery = 50_000;
        int maxPageSize = TeamworkPage.MAX_SIZE;
        boolean pagingHeaders = true;
        boolean emptyTagsAsObject;

        private Builder() {}

        /** Sets the port. Default: 0, which selects any free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Sets the clock for timestamps, late commits and the rate limit. Default: the system clock. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Sets the zone of the account. Default: America/New_York. */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /**
         * Sets the forms of the responses to creates, which are used in turn. Default: {@link
         * TeamworkCreateResponse#LOCATION_AND_IDS}.
         *
         * @throws IllegalArgumentException if no form is specified
         */
        public Builder createResponses(TeamworkCreateResponse... values) {
            if (values.length == 0) {
                throw new IllegalArgumentException(
                        "createResponses must not be empty. Specify at least one form of response.");
            }
            createResponses = List.of(values);
            return this;
        }

        /** Sets the rate limit in requests per minute. Default: 0, which means no limit and no headers. */
        public Builder requestsPerMinute(int value) {
            requestsPerMinute = value;
            return this;
        }

        /**
         * Sets the status for a request over the rate limit. Default: 429.
         *
         * @param value 429 or 400
         * @throws IllegalArgumentException if {@code value} is another status
         */
        public Builder throttleStatus(int value) {
            if (value != 429 && value != 400) {
                throw new IllegalArgumentException("throttleStatus must be 429 or 400 but is " + value + ".");
            }
            throttleStatus = value;
            return this;
        }

        /** Sets whether a response with status 429 has a {@code Retry-After} header in seconds. Default: false. */
        public Builder retryAfter(boolean value) {
            retryAfter = value;
            return this;
        }

        /** Sets the spelling of the rate limit headers. Default: {@code X-RateLimit-}. */
        public Builder rateLimitHeaders(TeamworkRateLimitHeaders value) {
            rateLimitHeaders = value;
            return this;
        }

        /** Sets whether the reset is in seconds since 1970 instead of seconds from now. Default: false. */
        public Builder resetAsEpoch(boolean value) {
            resetAsEpoch = value;
            return this;
        }

        /**
         * Sets the maximum number of entries in all pages of a list. The headers state no more than this. Default:
         * 50,000, as documented by the vendor, who does not describe the form of such a response.
         *
         * @param value 1 or more
         * @throws IllegalArgumentException if {@code value} is less than 1
         */
        public Builder rowsPerQuery(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("rowsPerQuery must be at least 1 but is " + value + ".");
            }
            rowsPerQuery = value;
            return this;
        }

        /**
         * Sets the maximum number of rows on a page, regardless of {@code pageSize}. Default: 500.
         *
         * @param value 1 or more
         * @throws IllegalArgumentException if {@code value} is less than 1
         */
        public Builder maxPageSize(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("maxPageSize must be at least 1 but is " + value + ".");
            }
            maxPageSize = value;
            return this;
        }

        /**
         * Sets whether pages have the headers {@code X-Page}, {@code X-Pages} and {@code X-Records}, which a proxy may
         * remove. Default: true.
         */
        public Builder pagingHeaders(boolean value) {
            pagingHeaders = value;
            return this;
        }

        /**
         * Sets whether an entry without tags has {@code "tags":{}}, as in one report, instead of {@code "tags":[]}.
         * Default: false.
         */
        public Builder emptyTagsAsObject(boolean value) {
            emptyTagsAsObject = value;
            return this;
        }

        /**
         * Starts the simulator.
         *
         * @throws java.io.UncheckedIOException if the simulator cannot listen on the port
         */
        public TeamworkSimulator start() {
            return new TeamworkSimulator(this, TeamworkAccount.documented(clock, zone));
        }
    }
}
