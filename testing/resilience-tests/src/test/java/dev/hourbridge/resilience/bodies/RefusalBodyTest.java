package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.HostileServer.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The body of a refusal is the service's words at best. What else it is must not hide the refusal, or cost time. */
@Timeout(60)
class RefusalBodyTest {
    private static final int MEGABYTE = Samples.of(1 << 17, 1 << 20);

    @Test
    void hostileRefusalsStayRefusals() {
        long tried = 0;
        for (Service service : Service.values()) {
            try (Rig rig = new Rig(service)) {
                for (String body : bodies().toList()) {
                    for (String type : List.of(
                            service.contentType(),
                            "text/html",
                            "text/html; charset=c4nary-w0rd",
                            "a/b; charset=UTF-16")) {
                        int status = (tried + tried / 4) % 2 == 0 ? 422 : 500;
                        Reply reply = Replies.of(status, type, body).whole();
                        rig.answers(reply);
                        HourbridgeException refusal =
                                rig.read(Read.get(service)).refusal();
                        assertThat(refusal)
                                .as("%s, %s, %.40s", service, type, body)
                                .isInstanceOf(status == 422 ? RejectedException.class : ServerException.class);
                        assertThat(refusal.toString().length()).isLessThan(1_000);
                        if (refusal instanceof RejectedException rejected) {
                            assertThat(rejected.errors()).hasSizeLessThanOrEqualTo(50);
                        }
                        tried++;
                    }
                }
            }
        }
        Evidence.of(Area.BODIES, "Hostile bodies of refusals")
                .tried(
                        "a large body of tags, of messages, of nesting, of noise; as the service's type, as pages, in strange charsets")
                .result("the exception of the status, under a thousand characters, 50 messages at most")
                .count(tried);
    }

    private static Stream<String> bodies() {
        return Stream.of(
                "<title".repeat(MEGABYTE / 6),
                "<h1>".repeat(MEGABYTE / 4),
                "<h1 " + "a".repeat(MEGABYTE),
                "<title>" + "<".repeat(MEGABYTE),
                "{\"errors\":["
                        + IntStream.range(0, 80_000)
                                .mapToObj(i -> "\"e" + i + "\"")
                                .collect(Collectors.joining(","))
                        + "]}",
                "{\"a\":" + "[".repeat(60) + "\"x\"" + "]".repeat(60) + "}",
                "[".repeat(MEGABYTE),
                "{\"Message\":\"" + "m".repeat(MEGABYTE - 100) + "\"}",
                "<errors>" + "<error>m</error>".repeat(60_000) + "</errors>",
                "<errors><error>" + "m".repeat(MEGABYTE - 100) + "</error></errors>",
                "<a>".repeat(MEGABYTE / 3),
                "<c4nary-w0rd>",
                "{\"c4nary-w0rd\"",
                " ".repeat(MEGABYTE),
                "");
    }
}
