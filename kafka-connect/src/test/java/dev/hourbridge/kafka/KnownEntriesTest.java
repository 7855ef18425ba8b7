package dev.hourbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** The state of a month as text. */
final class KnownEntriesTest {
    private static final int ENTRIES = 5_000;

    @RepeatedTest(3)
    void anEntryTakesAboutEightCharactersAndIsReadBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, KnownEntry> entries = new HashMap<>();
        long id = 40_000_000;
        for (int i = 0; i < ENTRIES; i++) {
            id += 1 + random.nextInt(40);
            entries.put(Long.toString(id), new KnownEntry(1 + random.nextInt(31), random.nextInt()));
        }

        String text = KnownEntries.encode(entries);

        assertThat(KnownEntries.decode(text)).as("seed %d", seed).isEqualTo(entries);
        assertThat(text.length() / ENTRIES).as("seed %d", seed).isBetween(7, 8);
    }
}
