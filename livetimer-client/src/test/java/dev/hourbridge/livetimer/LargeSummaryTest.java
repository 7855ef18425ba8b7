package dev.hourbridge.livetimer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.livetimer.TimeSummary.Kind;
import dev.hourbridge.model.MalformedResponseException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A summary has no documented pages, so however many groups it has, it comes in one response. */
class LargeSummaryTest {
    private static final int CAP = 8 << 20;

    private final Wire wire = new Wire();

    @AfterEach
    void end() {
        wire.close();
    }

    /** Groups of the documented shape, without its white space. */
    private static String summary(int groups) {
        return IntStream.rangeClosed(1, groups)
                .mapToObj(id -> "<user><id type=\"integer\">" + id + "</id><name>a" + id
                        + "</name><code></code><duration type=\"integer\">60</duration></user>")
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><time-summary><users>",
                        "</users><duration type=\"integer\">1</duration></time-summary>"));
    }

    @Test
    void aSummaryIsReadUpToTheByteCap() {
        int groups = 75_000;
        String summary = summary(groups);
        assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isBetween(CAP - CAP / 50, CAP);
        wire.answer(200, summary);

        TimeSummary read = wire.client.timeEntries().summary(LiveTimerFilter.all(), Grouping.USERS);

        assertThat(read.children()).hasSize(groups);
        assertThat(groups).isGreaterThan(14_285);
        assertThat(read.children().get(groups - 1))
                .isEqualTo(TimeSummary.builder(Kind.USER)
                        .id(groups)
                        .name("a" + groups)
                        .minutes(60)
                        .build());
    }

    @Test
    void aSummaryOfTooManyElementsNamesTheLimitAndTheOptionThatRaisesIt() {
        String summary = "<time-summary><users>" + "<user/>".repeat(10_000) + "</users></time-summary>";
        wire.answer(200, summary);
        LiveTimerClient client = LiveTimerClient.builder()
                .baseUrl(wire.server.url("/").toString())
                .login("walter", "pässword")
                .http(HttpOptions.builder().maxResponseBytes(summary.length()).build())
                .build();

        try (client) {
            MalformedResponseException failure = catchThrowableOfType(
                    MalformedResponseException.class, () -> client.timeEntries().summary(LiveTimerFilter.all()));

            assertThat(failure)
                    .hasMessageContaining("more than 10000 XML elements and attributes")
                    .hasMessageContaining("maxResponseBytes = " + summary.length() + "; increase maxResponseBytes");
        }
    }
}
