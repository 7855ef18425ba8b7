package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes, it is read or refused; nothing else is ever thrown. */
@Timeout(240)
class GarbageTest {

    @Test
    void randomBytesAreRefused() {
        int rounds = Samples.of(100, 10_000);
        for (Service service : Service.values()) {
            Random random = new Random(20_260_301);
            Read read = Read.list(service);
            try (Rig rig = new Rig(service)) {
                for (int round = 0; round < rounds; round++) {
                    byte[] body = new byte[random.nextInt(400)];
                    random.nextBytes(body);
                    rig.answers(Rig.reply(read, body).whole());
                    Result result = rig.read(read);
                    assertThat(result.items()).isEmpty();
                    assertThat(result.refusal())
                            .as("%s, seed 20260301, round %d", service, round)
                            .isInstanceOf(MalformedResponseException.class);
                }
            }
        }
        Evidence.of(Area.BODIES, "Random bytes")
                .tried("as a list, 0 to 400 bytes, all four clients, one seed")
                .result("MalformedResponseException")
                .count((long) rounds * Service.values().length);
    }

    @Test
    void spoiledListsAreReadOrRefused() {
        int rounds = Samples.of(120, 20_000);
        for (Service service : Service.values()) {
            Read read = Read.list(service);
            byte[] good = read.body().replace("Wrote the guide", Rig.CANARY).getBytes(StandardCharsets.UTF_8);
            Mutations mutations = new Mutations(20_260_302);
            try (Rig rig = new Rig(service)) {
                for (int round = 0; round < rounds; round++) {
                    byte[] body = mutations.of(good);
                    rig.answers(Rig.reply(read, body).whole());
                    assertReadOrRefused(rig.read(read), service + ", seed 20260302, round " + round);
                }
            }
        }
        Evidence.of(Area.BODIES, "Spoiled lists")
                .tried("good lists with flipped bits, and spans taken out, duplicated, moved or overwritten; one seed")
                .result("read, or an exception of the model; never another")
                .count((long) rounds * Service.values().length);
    }

    @Test
    void spoiledNativeAnswersAreReadOrRefused() {
        int rounds = Samples.of(30, 5_000);
        long tried = 0;
        for (Read read : Read.natives().toList()) {
            byte[] good = read.body().getBytes(StandardCharsets.UTF_8);
            Mutations mutations = new Mutations(20_260_303);
            try (Rig rig = new Rig(read.service())) {
                for (int round = 0; round < rounds; round++) {
                    rig.answers(Rig.reply(read, mutations.of(good)).whole());
                    assertReadOrRefused(rig.read(read), read + ", seed 20260303, round " + round);
                    tried++;
                }
            }
        }
        Evidence.of(Area.BODIES, "Spoiled native lists, sums and summaries")
                .tried("the same, for every native reading operation")
                .result("read, or an exception of the model; never another")
                .count(tried);
    }

    private static void assertReadOrRefused(Result result, String what) {
        if (result.failure() != null) {
            assertThat(result.failure()).as(what).isInstanceOf(HourbridgeException.class);
            assertThat(result.refusal())
                    .as(what)
                    .isInstanceOfAny(
                            MalformedResponseException.class, RejectedException.class, ListChangedException.class);
        }
    }
}
