package dev.hourbridge.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.benchmarks.services.GeneratedServices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All compared clients read the same list. */
class PeersTest {
    private static final int ROWS = 1_234;

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "LiveTimer"})
    void allPeersReadTheSameRows(String service) throws Exception {
        try (GeneratedServices services = GeneratedServices.startRetaining(ROWS)) {
            Peer.Sums sums = PeerKind.HOURBRIDGE.open(service, services.url()).sums();
            assertThat(sums.rows()).isEqualTo(ROWS);
            assertThat(sums.duration()).isPositive();
            for (PeerKind kind : PeerKind.values()) {
                assertThat(kind.open(service, services.url()).sums())
                        .as(kind.label())
                        .isEqualTo(sums);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "LiveTimer"})
    void aPeerRunsInAJvmWithItsOwnJarsOnly(String service) throws Exception {
        try (GeneratedServices services = GeneratedServices.startRetaining(ROWS)) {
            for (PeerKind kind : PeerKind.values()) {
                Peers.Measured measured = new Peers(service, services.url(), 2).run(kind);
                assertThat(measured.first()).as(kind.label()).isPositive();
                assertThat(measured.allocated()).as(kind.label()).isGreaterThan(measured.retained());
            }
        }
    }
}
