package dev.hourbridge.benchmarks.peers;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Clients that use the JDK's HTTP client with Jackson's databind. */
final class JavaHttpPeers {
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("key:xxx".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final ObjectReader mapper;

    private JavaHttpPeers(String url, ObjectReader mapper) {
        this.url = url;
        this.mapper = mapper;
    }

    static Peer<TeamworkPage.Row> teamwork(String url) {
        JavaHttpPeers peer = new JavaHttpPeers(url, TeamworkPage.mapper().readerFor(TeamworkPage.class));
        return new Peer<>(peer::teamwork, TeamworkPage.Row::id, TeamworkPage.Row::duration);
    }

    static Peer<LiveTimerPage.Row> liveTimer(String url) {
        JavaHttpPeers peer = new JavaHttpPeers(url, LiveTimerPage.mapper().readerFor(LiveTimerPage.class));
        return new Peer<>(peer::liveTimer, LiveTimerPage.Row::id, LiveTimerPage.Row::duration);
    }

    private List<TeamworkPage.Row> teamwork() throws IOException, InterruptedException {
        List<TeamworkPage.Row> rows = new ArrayList<>();
        long pages = 1;
        for (int page = 1; page <= pages; page++) {
            HttpResponse<byte[]> response = get("/time_entries.json?pageSize=500&page=" + page);
            rows.addAll(mapper.<TeamworkPage>readValue(response.body()).rows());
            pages = response.headers().firstValueAsLong("X-Pages").orElseThrow();
        }
        return rows;
    }

    private List<LiveTimerPage.Row> liveTimer() throws IOException, InterruptedException {
        List<LiveTimerPage.Row> rows = new ArrayList<>();
        int total = 1;
        for (int start = 1; start <= total; ) {
            HttpResponse<byte[]> response =
                    get("/time_entries.xml?include=users,activities,clients,projects,tasks&start=" + start + "&end="
                            + (start + 49));
            LiveTimerPage page = mapper.readValue(response.body());
            rows.addAll(page.rows());
            total = page.total();
            start = page.end() + 1;
        }
        return rows;
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", CREDENTIALS)
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return response;
    }
}
