package dev.hourbridge.benchmarks.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of any length can be read with a small heap: only one page or one element is held. */
class FlatMemoryTest {
    private static final int ENTRIES = Boolean.getBoolean("hourbridge.full") ? 1_000_000 : 40_000;
    private static final String HEAP = Boolean.getBoolean("hourbridge.full") ? "64m" : "24m";

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "TeamPulse", "LiveTimer", "Codebase"})
    void aLongListPassesInASmallHeap(String service) throws Exception {
        assertThat(new SmallHeap(HEAP, ENTRIES, 0).walk(service)).hasSize(10);
        String way = service.equals("Codebase") ? "one response, read an element at a time" : "page by page";
        Evidence.of(Area.MEMORY, service + ": a long list")
                .tried("the whole list, " + way + ", in a heap of 24 MB, or 64 MB for a million")
                .result("read to its end; no memory grows with it but that of the ids seen")
                .count(ENTRIES);
    }
}
