package dev.hourbridge.benchmarks.peers;

import dev.hourbridge.benchmarks.services.Walk;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The clients that are compared. */
public enum PeerKind {
    /** This library's client of the service. */
    HOURBRIDGE("this client", "(common-model|http-core|%s-client)") {
        @Override
        public Peer<?> open(String service, String url) {
            TimeTracker tracker = Walk.client(service, url, HttpOptions.ofDefaults());
            return new Peer<>(
                    () -> read(tracker),
                    entry -> Long.parseLong(entry.id().id()),
                    entry -> entry.workTime().duration());
        }
    },
    /** Retrofit with Jackson. */
    RETROFIT("Retrofit 3 and Jackson", "(retrofit|converter-jackson|jackson-datatype-jsr310)") {
        @Override
        public Peer<?> open(String service, String url) {
            return service.equals("Teamwork") ? RetrofitPeers.teamwork(url) : RetrofitPeers.liveTimer(url);
        }
    },
    /** The JDK's client with Jackson. */
    JAVA_HTTP("`java.net.http` and Jackson", "(jackson-datatype-jsr310)") {
        @Override
        public Peer<?> open(String service, String url) {
            return service.equals("Teamwork") ? JavaHttpPeers.teamwork(url) : JavaHttpPeers.liveTimer(url);
        }
    };

    private static final String JACKSON = "jackson-(core|databind|annotations)";
    private static final String OKHTTP = "(okhttp|okhttp-jvm|okio|okio-jvm|kotlin-stdlib|annotations|jspecify)";
    private static final String XML = "(jackson-dataformat-xml|stax2-api|woodstox-core)";

    private final String label;
    private final String own;

    PeerKind(String label, String own) {
        this.label = label;
        this.own = own;
    }

    /** Returns the name in the table. */
    public String label() {
        return label;
    }

    /** Creates the client of a service, {@code Teamwork} or {@code LiveTimer}. */
    public abstract Peer<?> open(String service, String url);

    /** Returns a pattern of the jars on the class path of an application with this client only. */
    Pattern jars(String service) {
        boolean xml = service.equals("LiveTimer");
        String names = own.formatted(service.toLowerCase(java.util.Locale.ROOT)) + "|" + JACKSON
                + (this == JAVA_HTTP ? "" : "|" + OKHTTP)
                + (xml ? "|" + XML : "")
                + (xml && this == HOURBRIDGE ? "|http-xml" : "");
        return Pattern.compile("(" + names + ")-\\d.*\\.jar");
    }

    private static List<TimeEntry> read(TimeTracker tracker) {
        List<TimeEntry> entries = new ArrayList<>();
        tracker.list(TimeEntryQuery.all()).forEach(entries::add);
        return entries;
    }
}
