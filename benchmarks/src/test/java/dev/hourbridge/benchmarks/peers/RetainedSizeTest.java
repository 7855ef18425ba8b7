package dev.hourbridge.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.benchmarks.services.GeneratedServices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entries of a list share equal names, references, days and times, and hold their other fields compactly. */
class RetainedSizeTest {
    private static final int ROWS = 20_000;
    private static final int MAX_BYTES = 700;

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "LiveTimer"})
    void aListRetainsAFewHundredBytesAnEntry(String service) throws Exception {
        try (GeneratedServices services = GeneratedServices.startRetaining(ROWS)) {
            Peers.Measured measured = new Peers(service, services.url(), 2).run(PeerKind.HOURBRIDGE);
            assertThat(measured.retained()).isBetween(100.0, (double) MAX_BYTES);
        }
    }
}
