package dev.hourbridge.benchmarks.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Query;

/** Clients that use Retrofit 3 with its Jackson converter. */
final class RetrofitPeers {
    private static final String CREDENTIALS = Credentials.basic("key", "xxx");

    private RetrofitPeers() {}

    interface Teamwork {
        @GET("time_entries.json?pageSize=500")
        Call<TeamworkPage> list(@Header("Authorization") String credentials, @Query("page") int page);
    }

    interface LiveTimer {
        @GET("time_entries.xml?include=users,activities,clients,projects,tasks")
        Call<LiveTimerPage> list(
                @Header("Authorization") String credentials, @Query("start") int start, @Query("end") int end);
    }

    static Peer<TeamworkPage.Row> teamwork(String url) {
        Teamwork api = api(url, TeamworkPage.mapper(), Teamwork.class);
        return new Peer<>(() -> read(api), TeamworkPage.Row::id, TeamworkPage.Row::duration);
    }

    static Peer<LiveTimerPage.Row> liveTimer(String url) {
        LiveTimer api = api(url, LiveTimerPage.mapper(), LiveTimer.class);
        return new Peer<>(() -> read(api), LiveTimerPage.Row::id, LiveTimerPage.Row::duration);
    }

    private static <T> T api(String url, ObjectMapper mapper, Class<T> type) {
        return new Retrofit.Builder()
                .baseUrl(url + "/")
                .addConverterFactory(JacksonConverterFactory.create(mapper))
                .build()
                .create(type);
    }

    private static List<TeamworkPage.Row> read(Teamwork api) throws IOException {
        List<TeamworkPage.Row> rows = new ArrayList<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            Response<TeamworkPage> response = api.list(CREDENTIALS, page).execute();
            rows.addAll(body(response).rows());
            pages = Integer.parseInt(Objects.requireNonNull(response.headers().get("X-Pages")));
        }
        return rows;
    }

    private static List<LiveTimerPage.Row> read(LiveTimer api) throws IOException {
        List<LiveTimerPage.Row> rows = new ArrayList<>();
        int total = 1;
        for (int start = 1; start <= total; ) {
            LiveTimerPage page = body(api.list(CREDENTIALS, start, start + 49).execute());
            rows.addAll(page.rows());
            total = page.total();
            start = page.end() + 1;
        }
        return rows;
    }

    private static <T> T body(Response<T> response) throws IOException {
        @Nullable T body = response.body();
        if (body == null) {
            throw new IOException("HTTP " + response.code());
        }
        return body;
    }
}
