package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Depth costs a parser its stack: it is limited where something is kept and where it is passed over. */
@Timeout(60)
class NestingTest {
    private static final int DEEP = 100_000;

    @Test
    void deepAnswersAreRefused() {
        long tried = 0;
        for (Service service : Service.values()) {
            for (Read read : List.of(Read.list(service), Read.get(service))) {
                for (String body : bodies(service, read.body(), DEEP).toList()) {
                    try (Rig rig = new Rig(service)) {
                        rig.answers(Rig.reply(read, body).whole());
                        Result result = rig.read(read);
                        assertThat(result.items()).isEmpty();
                        assertThat(result.refusal())
                                .as("%s of %.60s", read, body)
                                .isInstanceOf(MalformedResponseException.class);
                        tried++;
                    }
                }
            }
            for (String body : bodies(service, service.created(), DEEP).toList()) {
                try (Rig rig = new Rig(service)) {
                    rig.answers(Replies.of(201, service.contentType(), body).whole());
                    HourbridgeException refusal = rig.create().refusal();
                    assertThat(refusal.outcome()).contains(WriteOutcome.ACCEPTED_NO_ID);
                    assertThat(rig.server.posts()).isEqualTo(1);
                    tried++;
                }
            }
        }
        Evidence.of(Area.BODIES, "Nesting of 100,000")
                .tried("as the document, in a field that is known, in one that is not; lists, entries, creates")
                .result("MalformedResponseException; a create is accepted without an id")
                .count(tried);
    }

    @Test
    void unknownFieldsOfSomeDepthAreKept() {
        for (Service service : Service.values()) {
            String body = service.isXml()
                    ? inXml(service.entry(), nested("<a>", "x", "</a>", 50))
                    : inJson(service.entry(), "\"extra\": " + nested("[", "\"x\"", "]", 50));
            try (Rig rig = new Rig(service)) {
                rig.answers(Rig.reply(Read.get(service), body).whole());
                Result result = rig.read(Read.get(service));
                assertThat(result.failure()).as("%s", service).isNull();
                TimeEntry entry = (TimeEntry) result.items().get(0);
                assertThat(entry.extras()).hasSize(1);
                assertThat(entry.extras().values().iterator().next()).contains("x");
            }
        }
    }

    private static Stream<String> bodies(Service service, String good, int depth) {
        return service.isXml()
                ? Stream.of(
                        nested("<c4nary-w0rd>", "x", "</c4nary-w0rd>", depth),
                        "<a>".repeat(depth),
                        inXml(good, nested("<extra>", "c4nary-w0rd", "</extra>", depth)),
                        inXml(good, "<extra>".repeat(depth)),
                        inXml(
                                good,
                                nested("<user-id>", "7", "</user-id>", depth).replace("<user-id>7", "<x>7")))
                : Stream.of(
                        nested("[", "\"c4nary-w0rd\"", "]", depth),
                        "[".repeat(depth),
                        "{\"a\":".repeat(depth),
                        inJson(good, "\"extra\": " + nested("[", "\"c4nary-w0rd\"", "]", depth)),
                        inJson(good, "\"extra\": " + nested("{\"c4nary-w0rd\":", "1", "}", depth)),
                        inJson(good, "\"description\": " + nested("[", "1", "]", depth)),
                        inJson(good, "\"tags\": " + nested("[", "1", "]", depth)));
    }

    private static String nested(String open, String middle, String close, int depth) {
        return open.repeat(depth) + middle + close.repeat(depth);
    }

    /** Into the first entry, or the root where there is none. */
    private static String inXml(String good, String more) {
        return good.replaceFirst("<id type", more.replace("$", "\\$") + "<id type");
    }

    private static String inJson(String good, String more) {
        return good.replaceFirst("\"(id|timeLogId)\": ", more.replace("$", "\\$") + ", \"$1\": ");
    }
}
