package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.HostileServer.Reply;
import dev.hourbridge.resilience.bodies.Replies.Framing;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hostile answer to a create: one POST, and no word of an entry that is not known to be. */
@Timeout(120)
class CreateAnswerTest {
    private static final Replies PAGE = Replies.of(200, "text/html", "<html>" + Rig.CANARY + "</html>");

    @Test
    void answersCutAtEveryByteConfirmNothing() {
        long tried = 0;
        for (Service service : Service.values()) {
            byte[] body = good(service);
            try (Rig rig = new Rig(service)) {
                for (Framing framing : Framing.values()) {
                    for (int at = 0; at < body.length; at += Samples.of(5, 1)) {
                        Reply reply = created(service, body).upTo(at, framing);
                        boolean whole = framing == Framing.RIGHT_LENGTH;
                        assertOutcome(rig, reply, whole ? WriteOutcome.ACCEPTED_NO_ID : WriteOutcome.IN_DOUBT);
                        tried++;
                    }
                }
            }
        }
        Evidence.of(Area.BODIES, "Response to a create cut at every byte")
                .tried("all four clients; three framings")
                .result("one POST; in doubt, or taken without an id; never confirmed")
                .count(tried);
    }

    @Test
    void answersWithOneBitFlippedConfirmTheRightEntryOrNone() {
        int step = Samples.of(11, 1);
        long tried = 0;
        for (Service service : Service.values()) {
            byte[] body = good(service);
            int id = new String(body, StandardCharsets.ISO_8859_1).indexOf("1001");
            try (Rig rig = new Rig(service)) {
                for (int bit = 0; bit < body.length * 8; bit += step) {
                    if (bit / 8 >= id && bit / 8 < id + 4) {
                        continue;
                    }
                    byte[] flipped = body.clone();
                    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                    assertRightOrNone(rig, service, created(service, flipped).whole(), "bit " + bit);
                    tried++;
                }
            }
        }
        Evidence.of(Area.BODIES, "Response to a create with a bit flipped")
                .tried("bits of the whole response but its id")
                .result("one POST; the right id, or none")
                .count(tried);
    }

    @Test
    void randomAnswersConfirmNothing() {
        int rounds = Samples.of(60, 5_000);
        for (Service service : Service.values()) {
            Random random = new Random(20_260_304);
            try (Rig rig = new Rig(service)) {
                for (int round = 0; round < rounds; round++) {
                    byte[] body = new byte[random.nextInt(300)];
                    random.nextBytes(body);
                    assertOutcome(rig, created(service, body).whole(), WriteOutcome.ACCEPTED_NO_ID);
                }
            }
        }
        Evidence.of(Area.BODIES, "Random response to a create")
                .tried("0 to 300 bytes, all four clients, one seed")
                .result("one POST; taken without an id")
                .count((long) rounds * Service.values().length);
    }

    @Test
    void idsThatAreNoneConfirmNothing() {
        List<String> ids = List.of(
                "",
                " ",
                "0",
                "-1001",
                "1.5",
                "1e3",
                "NaN",
                "1001 1002",
                "0x3e9",
                "9".repeat(30),
                "\u0661",
                "null",
                "true",
                Rig.CANARY);
        long tried = 0;
        for (Service service : Service.values()) {
            try (Rig rig = new Rig(service)) {
                for (String id : ids) {
                    String body = service.created()
                            .replaceFirst("(id\": )\"?1001\"?|(LogId\": )\"?1001\"?", "$1$2\"" + id + "\"")
                            .replace(">1001<", ">" + id + "<");
                    assertOutcome(rig, created(service, body).whole(), WriteOutcome.ACCEPTED_NO_ID);
                    tried++;
                }
                for (String body : (service.isXml() ? Stream.of(twiceInXml(service)) : twiceInJson(service)).toList()) {
                    assertOutcome(rig, created(service, body).whole(), WriteOutcome.ACCEPTED_NO_ID);
                    tried++;
                }
            }
        }
        Evidence.of(Area.BODIES, "Response to a create with an invalid id")
                .tried("blank, zero, negative, fractional, endless, given twice")
                .result("one POST; taken without an id")
                .count(tried);
    }

    @Test
    void answersFromElsewhereLeaveItInDoubt() {
        long tried = 0;
        for (Service service : Service.values()) {
            try (Rig rig = new Rig(service)) {
                byte[] zeros = Replies.zipped(out -> out.write(new byte[20 << 20]));
                Map<Reply, WriteOutcome> answers = Map.of(
                        PAGE.whole(),
                        WriteOutcome.IN_DOUBT,
                        Replies.of(201, service.contentType(), "<html><body>1001 " + Rig.CANARY + "</body></html>")
                                .whole(),
                        WriteOutcome.ACCEPTED_NO_ID,
                        created(service, zeros)
                                .with(Map.of("Content-Encoding", "gzip"))
                                .whole(),
                        WriteOutcome.IN_DOUBT,
                        created(service, good(service))
                                .with(Map.of("Content-Encoding", "gzip"))
                                .whole(),
                        WriteOutcome.IN_DOUBT,
                        Replies.of(502, "text/html", "<html>" + Rig.CANARY + "</html>")
                                .whole(),
                        WriteOutcome.IN_DOUBT);
                for (Map.Entry<Reply, WriteOutcome> answer : answers.entrySet()) {
                    assertOutcome(rig, answer.getKey(), answer.getValue());
                    tried++;
                }
            }
        }
        Evidence.of(Area.BODIES, "Response to a create that is a web page or a bomb")
                .tried("a page as such and as the service's own type, a zip bomb, what is not zipped, a gateway's page")
                .result("one POST; in doubt, or taken without an id")
                .count(tried);
    }

    private static String twiceInXml(Service service) {
        String id = "<id type=\"integer\">1001</id>";
        return service.created().replace(id, id + id.replace("1001", "1002"));
    }

    private static Stream<String> twiceInJson(Service service) {
        return service == Service.TEAMWORK
                ? Stream.of("{\"timeLogId\": 1001, \"timeLogId\": 1002}", "1001", "[1001]", "{\"projectId\": 1001}")
                : Stream.of("{\"id\": 1001, \"id\": 1002}", "1001", "[{\"id\": 1001}]", "{\"userId\": 1001}");
    }

    private static byte[] good(Service service) {
        return service.created().strip().replace("Wrote the guide", Rig.CANARY).getBytes(StandardCharsets.UTF_8);
    }

    private static Replies created(Service service, String body) {
        return created(service, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Replies created(Service service, byte[] body) {
        return Replies.of(201, service.contentType(), body);
    }

    private static void assertOutcome(Rig rig, Reply reply, WriteOutcome outcome) {
        int posts = rig.server.posts();
        rig.answers(reply);
        HourbridgeException refusal = rig.create().refusal();
        assertThat(refusal.outcome()).as("%s", refusal).contains(outcome);
        assertThat(rig.server.posts() - posts).as("POSTs").isEqualTo(1);
    }

    private static void assertRightOrNone(Rig rig, Service service, Reply reply, String what) {
        int posts = rig.server.posts();
        rig.answers(reply);
        Result result = rig.create();
        if (result.failure() == null) {
            assertThat(result.items()).as(what).containsExactly(service.id(rig.tracker));
        } else {
            // Teamwork says beside its answers that it did not do it: STATUS may be what was hit.
            assertThat(result.refusal().outcome().orElseThrow())
                    .as(what)
                    .isIn(
                            WriteOutcome.ACCEPTED_NO_ID,
                            service == Service.TEAMWORK ? WriteOutcome.REJECTED : WriteOutcome.ACCEPTED_NO_ID);
        }
        assertThat(rig.server.posts() - posts).as("POSTs").isEqualTo(1);
    }
}
