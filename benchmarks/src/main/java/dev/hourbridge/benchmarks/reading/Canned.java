package dev.hourbridge.benchmarks.reading;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Clients that read responses from memory through the public API, without a network. The measured cost includes
 * building a request, passing a response from OkHttp's thread to the caller's, and iterating over the list.
 */
public final class Canned implements AutoCloseable {
    /** The project of Codebase's sessions. */
    public static final String PROJECT = "website";

    private final TimeTracker tracker;

    private Canned(TimeTracker tracker) {
        this.tracker = tracker;
    }

    /** Returns a Teamwork client whose responses are this page. */
    public static Canned teamwork(byte[] body) {
        return new Canned(TeamworkClient.builder()
                .baseUrl("https://canned.example")
                .apiKey("key")
                .zone(ZoneOffset.UTC)
                .http(options(body, "application/json; charset=utf-8"))
                .build());
    }

    /** Returns a LiveTimer client whose responses are this window. */
    public static Canned liveTimer(byte[] body) {
        return new Canned(LiveTimerClient.builder()
                .baseUrl("https://canned.example")
                .login("user", "password")
                .http(options(body, "application/xml; charset=utf-8"))
                .build());
    }

    /** Returns a Codebase client whose responses are this list. */
    public static Canned codebase(byte[] body) {
        return new Canned(CodebaseClient.builder()
                .baseUrl("https://canned.example")
                .account("acme")
                .username("alice")
                .apiKey("key")
                .projects(PROJECT)
                .http(options(body, "application/xml; charset=utf-8"))
                .build());
    }

    private static HttpOptions options(byte[] body, String contentType) {
        MediaType type = MediaType.get(contentType);
        OkHttpClient memory = new OkHttpClient.Builder()
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .header("Content-Type", contentType)
                        .header("X-Pages", "1")
                        .body(ResponseBody.create(body, type))
                        .build())
                .build();
        return HttpOptions.builder().okHttpClient(memory).build();
    }

    /** Returns the tracker, which knows the account. */
    public TimeTracker tracker() {
        return tracker;
    }

    /** Lists all entries. */
    public List<TimeEntry> read() {
        List<TimeEntry> entries = new ArrayList<>();
        tracker.list(TimeEntryQuery.all()).forEach(entries::add);
        return entries;
    }

    @Override
    public void close() {
        tracker.close();
    }
}
