package dev.hourbridge.cli.check;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Counts the requests of a client, and records the headers about paging and rate limits. Thread-safe.
 *
 * <p>It records only names and numbers, because a check prints them and its output may be published.
 */
public final class HeaderRecorder implements Interceptor {
    private static final Pattern RECORDED = Pattern.compile(
            "x-page|x-pages|x-records|x-total.*|x-per-page|link|.*ratelimit.*|.*rate-limit.*|retry-after");
    private static final Pattern NUMBER = Pattern.compile("[0-9.,:;=\\-a-zA-Z ]{1,40}");

    private final Map<String, String> headers = new TreeMap<>();
    private int requests;
    private int lastStatus;

    @Override
    public Response intercept(Chain chain) throws IOException {
        synchronized (this) {
            requests++;
        }
        Response response = chain.proceed(chain.request());
        record(response);
        return response;
    }

    /** Records the relevant headers. Values are recorded only if they are numbers. */
    private synchronized void record(Response response) {
        lastStatus = response.code();
        for (String name : response.headers().names()) {
            String key = name.toLowerCase(Locale.ROOT);
            if (RECORDED.matcher(key).matches()) {
                // A link contains addresses and page tokens.
                String value = String.valueOf(response.header(name));
                headers.put(key, !key.equals("link") && NUMBER.matcher(value).matches() ? value : "present");
            }
        }
    }

    /** Returns the number of requests sent. */
    public synchronized int requests() {
        return requests;
    }

    /** Returns the status of the last response; 0 if there was none. */
    synchronized int lastStatus() {
        return lastStatus;
    }

    /** Returns the headers whose names indicate paging or rate limits. */
    synchronized Map<String, String> headers(boolean areOfRateLimits) {
        Map<String, String> chosen = new TreeMap<>(headers);
        chosen.keySet().removeIf(name -> (name.contains("rate") || name.equals("retry-after")) != areOfRateLimits);
        return chosen;
    }
}
