package dev.hourbridge.resilience.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** Whatever the credential is, and in whatever form a service repeats it: no exception and no client shows it. */
final class RedactionTest {
    private static final long SEED = 31_337;
    private static final int CREDENTIALS = Boolean.getBoolean("hourbridge.full") ? 5_000 : 250;
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 409, 422, 500, 503);
    private static final String CHARACTERS = "abcXYZ0123456789-._~!$&'()*+,;=@/?%#[]{}|\\^`\"<> ";

    @Test
    void noCredentialIsInAnExceptionOrAClient() {
        long tried = 0;
        long hidden = 0;
        for (int i = 0; i < CREDENTIALS; i++) {
            Random random = new Random(SEED + i);
            for (Service service : Service.values()) {
                String secret = secret(random, service);
                int status = STATUSES.get(random.nextInt(STATUSES.size()));
                String form = form(secret, service, random);
                String what = service + ", seed " + (SEED + i) + ", status " + status + ", " + form;
                try (TimeTracker tracker =
                        client(service, secret, options(service, status, "no, " + form + " is wrong"))) {
                    HourbridgeException failure = catchThrowableOfType(
                            HourbridgeException.class,
                            () -> tracker.list(TimeEntryQuery.all()).forEach(entry -> {}));
                    assertThat(tracker.toString()).as(what).doesNotContain(secret);
                    hidden += failure.toString().contains("[hidden]") ? 1 : 0;
                    for (Throwable at = failure; at != null; at = at.getCause()) {
                        assertThat(at.toString()).as(what).doesNotContain(secret, form);
                    }
                }
                tried++;
            }
        }
        assertThat(hidden).as("errors that are quoted").isGreaterThan(tried / 2);
        Evidence.of(Area.PROPERTIES, "Redaction")
                .tried(
                        "random credentials, repeated by the service's error as they are, URL-encoded, Base64, hex; seeds from "
                                + SEED)
                .result("in no exception, none of its causes, and not in what a client says of itself")
                .count(tried);
    }

    /** Of characters that the kind of credential may have; long enough not to be a word of the message by chance. */
    private static String secret(Random random, Service service) {
        boolean isToken = service == Service.TEAMWORK || service == Service.TEAMPULSE;
        String characters = isToken ? CHARACTERS.substring(0, CHARACTERS.indexOf('~') + 1) : CHARACTERS;
        StringBuilder secret = new StringBuilder("s3");
        for (int i = 6 + random.nextInt(40); i > 0; i--) {
            secret.append(characters.charAt(random.nextInt(characters.length())));
        }
        return secret.append('x').toString();
    }

    private static String form(String secret, Service service, Random random) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> secret;
            case 1 -> URLEncoder.encode(secret, StandardCharsets.UTF_8);
            case 2 -> Base64.getEncoder().withoutPadding().encodeToString(bytes);
            case 3 -> HexFormat.of().formatHex(bytes);
            case 4 -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            default -> pair(secret, service);
        };
    }

    /** As it is in the header of those that sign in by Basic. */
    private static String pair(String secret, Service service) {
        String pair = switch (service) {
            case CODEBASE -> "acme/june:" + secret;
            case LIVETIMER -> "june:" + secret;
            case TEAMWORK, TEAMPULSE -> secret;
        };
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** An error in the service's own form, so that its words are quoted. */
    private static ResponseBody error(Service service, String words) {
        String json = words.replace("\\", "\\\\").replace("\"", "\\\"");
        return switch (service) {
            case CODEBASE ->
                ResponseBody.create(
                        "<errors><error>" + words.replace("&", "&amp;").replace("<", "&lt;") + "</error></errors>",
                        MediaType.get("application/xml"));
            case TEAMWORK ->
                ResponseBody.create(
                        "{\"STATUS\":\"Error\",\"MESSAGE\":\"" + json + "\"}", MediaType.get("application/json"));
            case TEAMPULSE -> ResponseBody.create("{\"message\":\"" + json + "\"}", MediaType.get("application/json"));
            case LIVETIMER -> ResponseBody.create(words, MediaType.get("text/plain"));
        };
    }

    private static HttpOptions options(Service service, int status, String words) {
        OkHttpClient answering = new OkHttpClient.Builder()
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(status)
                        .message("")
                        .body(error(service, words))
                        .build())
                .build();
        return HttpOptions.builder()
                .okHttpClient(answering)
                .retryPolicy(RetryPolicy.never())
                .build();
    }

    private static TimeTracker client(Service service, String secret, HttpOptions http) {
        String url = "https://acme.example.com";
        return switch (service) {
            case CODEBASE ->
                CodebaseClient.builder()
                        .baseUrl(url)
                        .account("acme")
                        .username("june")
                        .apiKey(secret)
                        .projects("website")
                        .http(http)
                        .build();
            case TEAMWORK ->
                TeamworkClient.builder()
                        .baseUrl(url)
                        .token(secret)
                        .zone(Service.ZONE)
                        .http(http)
                        .build();
            case TEAMPULSE ->
                TeamPulseClient.builder()
                        .baseUrl(url)
                        .accessToken(secret)
                        .http(http)
                        .build();
            case LIVETIMER ->
                LiveTimerClient.builder()
                        .baseUrl(url)
                        .login("june", secret)
                        .http(http)
                        .build();
        };
    }
}
