package dev.hourbridge.resilience;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The four clients alike: how to make one, what it is answered when all is well, and what to do with it. */
public enum Service {
    /** Lists in one answer, read an entry at a time. */
    CODEBASE("application/xml", "website/1001") {
        @Override
        public TimeTracker client(String baseUrl, HttpOptions http) {
            return CodebaseClient.builder()
                    .baseUrl(baseUrl)
                    .account("acme")
                    .username("ada")
                    .apiKey(SECRET)
                    .projects("website")
                    .http(http)
                    .build();
        }

        @Override
        public NewTimeEntry newEntry(TimeTracker tracker) {
            return NewTimeEntry.of(DAY)
                    .project(ProjectRef.of(tracker.account(), "website"))
                    .note("Work")
                    .build();
        }
    },

    /** Pages counted by a header. */
    TEAMWORK("application/json", "1001") {
        @Override
        public TimeTracker client(String baseUrl, HttpOptions http) {
            return TeamworkClient.builder()
                    .baseUrl(baseUrl)
                    .apiKey(SECRET)
                    .zone(ZONE)
                    .http(http)
                    .build();
        }

        @Override
        public NewTimeEntry newEntry(TimeTracker tracker) {
            return NewTimeEntry.of(WorkTime.from(OffsetDateTime.parse("2024-06-12T09:30:00-04:00"), DAY.duration()))
                    .project(ProjectRef.of(tracker.account(), "999"))
                    .build();
        }

        @Override
        public Map<String, String> listHeaders() {
            return Map.of("X-Page", "1", "X-Pages", "1", "X-Records", "3");
        }
    },

    /** Pages until an empty one. Made with an access token; see {@link #login}. */
    TEAMPULSE("application/json", "1001") {
        @Override
        public TimeTracker client(String baseUrl, HttpOptions http) {
            return TeamPulseClient.builder()
                    .baseUrl(baseUrl)
                    .token(SECRET)
                    .http(http)
                    .build();
        }

        @Override
        public NewTimeEntry newEntry(TimeTracker tracker) {
            return NewTimeEntry.of(DAY)
                    .person(PersonRef.of(tracker.account(), "1"))
                    .task(TaskRef.of(tracker.account(), "10"))
                    .activity(ActivityRef.of(tracker.account(), "Billable"))
                    .build();
        }
    },

    /** Windows counted by the root's attributes. */
    LIVETIMER("application/xml", "1001") {
        @Override
        public TimeTracker client(String baseUrl, HttpOptions http) {
            return LiveTimerClient.builder()
                    .baseUrl(baseUrl)
                    .login("ada", SECRET)
                    .http(http)
                    .build();
        }

        @Override
        public NewTimeEntry newEntry(TimeTracker tracker) {
            return NewTimeEntry.of(DAY).build();
        }
    };

    /** Every client's password, key or token: it must not show anywhere but in a request's credentials. */
    public static final String SECRET = "pl4nted-s3cret";

    /** The zone that Teamwork's client is made with, and the simulated Teamwork keeps. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final WorkTime DAY = WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofMinutes(45));

    private final String contentType;
    private final String id;

    Service(String contentType, String id) {
        this.contentType = contentType;
        this.id = id;
    }

    /** A client of the service at the URL, with {@link #SECRET} in its credentials. */
    public abstract TimeTracker client(String baseUrl, HttpOptions http);

    /** A client that sends nothing twice. */
    public TimeTracker client(String baseUrl) {
        return client(baseUrl, once().build());
    }

    /** Options under which nothing is sent twice. */
    public static HttpOptions.Builder once() {
        return HttpOptions.builder().retryPolicy(RetryPolicy.never());
    }

    /** TeamPulse's client by name and password, which gets its token from the service. */
    public static TimeTracker login(String baseUrl, HttpOptions http) {
        return TeamPulseClient.builder()
                .baseUrl(baseUrl)
                .login("ada", SECRET)
                .http(http)
                .build();
    }

    /** The content type of its answers, without a charset. */
    public String contentType() {
        return contentType;
    }

    /** Whether it speaks XML, else JSON. */
    public boolean isXml() {
        return contentType.endsWith("xml");
    }

    /** What goes with {@link #list()} in the head. */
    public Map<String, String> listHeaders() {
        return Map.of();
    }

    /** A list of the three entries 1001, 1002 and 1003. */
    public String list() {
        return file("list");
    }

    /** TeamPulse's last page, which the request with {@code $skip} must be answered with. */
    public static String emptyPage() {
        return "{\"totalResults\":3,\"top\":100,\"skip\":3,\"results\":[]}";
    }

    /** The entry 1001, as the answer to a GET. */
    public String entry() {
        return file("entry");
    }

    /** The answer to a create of the entry 1001, with status 201. */
    public String created() {
        return file("created");
    }

    /** The id of the entry 1001. */
    public TimeEntryId id(TimeTracker tracker) {
        return TimeEntryId.of(tracker.account(), id);
    }

    /** An entry that the service, also the simulated one, takes: what it demands and nothing else. */
    public abstract NewTimeEntry newEntry(TimeTracker tracker);

    /** Walks the whole list, as entries of the common model. */
    public Iterable<TimeEntry> list(TimeTracker tracker) {
        return tracker.list(TimeEntryQuery.between(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")));
    }

    /** Gets the entry 1001. */
    public TimeEntry get(TimeTracker tracker) {
        return tracker.get(id(tracker));
    }

    /** Creates an entry. */
    public TimeEntryId create(TimeTracker tracker) {
        return tracker.create(newEntry(tracker));
    }

    private String file(String what) {
        String name = name().toLowerCase(Locale.ROOT) + "-" + what + (isXml() ? ".xml" : ".json");
        try (InputStream in = Objects.requireNonNull(Service.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
