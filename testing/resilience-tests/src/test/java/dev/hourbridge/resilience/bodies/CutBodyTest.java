package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Replies.Framing;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that breaks off is never read as a shorter one. */
@Timeout(120)
class CutBodyTest {

    @Test
    void listsAndEntriesCutAtEveryByteAreRefused() {
        long cuts = 0;
        for (Service service : Service.values()) {
            for (Framing framing : Framing.values()) {
                cuts += cutEverywhere(Read.list(service), framing, Samples.of(7, 1));
                cuts += cutEverywhere(Read.get(service), framing, Samples.of(11, 1));
            }
        }
        Evidence.of(Area.BODIES, "List cut at every byte, and an entry")
                .tried("all four clients; a length that is too long, one that is right, and a missing last chunk")
                .result("an exception; no shorter list, no entry that was not whole")
                .count(cuts);
    }

    @Test
    void nativeListsAndSumsThatAreCutAreRefused() {
        long cuts = 0;
        int step = Samples.of(41, 1);
        for (Read read : Read.natives().toList()) {
            for (Framing framing : Framing.values()) {
                cuts += cutEverywhere(read, framing, step);
            }
        }
        Evidence.of(Area.BODIES, "Native list, sum and summary cut")
                .tried("every native reading operation; the same three framings")
                .result("an exception; no shorter list, no sum")
                .count(cuts);
    }

    private static long cutEverywhere(Read read, Framing framing, int step) {
        byte[] body = read.body().replace("Wrote the guide", Rig.CANARY).getBytes(StandardCharsets.UTF_8);
        long cuts = 0;
        try (Rig rig = new Rig(read.service())) {
            rig.answers(Rig.reply(read, body).whole());
            List<Object> whole = goodItems(rig, read);
            for (int at = 0; at < body.length; at += step) {
                rig.answers(Rig.reply(read, body).upTo(at, framing));
                Result result = rig.read(read);
                assertRefused(result, read, framing, whole, at);
                cuts++;
            }
        }
        return cuts;
    }

    private static List<Object> goodItems(Rig rig, Read read) {
        Result good = rig.read(read);
        assertThat(good.failure()).as("%s, not cut", read).isNull();
        return good.items();
    }

    private static void assertRefused(Result result, Read read, Framing framing, List<Object> whole, int at) {
        assertThat(result.refusal())
                .as("%s cut after %d bytes, %s", read, at, framing)
                .isInstanceOf(
                        framing == Framing.RIGHT_LENGTH ? MalformedResponseException.class : ConnectionException.class);
        assertPrefix(result.items(), read, whole);
    }

    /** Codebase hands on each entry as it comes; the others only whole pages. */
    private static void assertPrefix(List<Object> items, Read read, List<Object> whole) {
        boolean streamed = read.service() == Service.CODEBASE && !read.name().equals("get");
        assertThat(items).isEqualTo(whole.subList(0, streamed ? Math.min(items.size(), whole.size()) : 0));
    }

    @Test
    void zippedListsThatAreCutAreRefused() {
        long cuts = 0;
        for (Service service : Service.values()) {
            Read read = Read.list(service);
            byte[] zipped = Replies.zipped(out -> out.write(read.body().getBytes(StandardCharsets.UTF_8)));
            try (Rig rig = new Rig(service)) {
                List<Object> whole = List.of();
                for (int at = zipped.length; at > 0; at -= Samples.of(5, 1)) {
                    rig.answers(Rig.reply(read, Arrays.copyOf(zipped, at))
                            .with(Map.of("Content-Encoding", "gzip"))
                            .whole());
                    if (at == zipped.length) {
                        whole = goodItems(rig, read);
                        continue;
                    }
                    Result result = rig.read(read);
                    result.refusal();
                    assertPrefix(result.items(), read, whole);
                    cuts++;
                }
            }
        }
        Evidence.of(Area.BODIES, "Zipped list cut at every byte")
                .tried("all four clients; a length that is right for what came")
                .result("an exception; no shorter list")
                .count(cuts);
    }
}
