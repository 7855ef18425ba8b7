package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.wire.RawConnection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page in a browser can reach a simulator under a name that its author makes resolve to 127.0.0.1. The Host
 * header then holds that name.
 */
class HostHeaderTest {
    private static final List<String> FOREIGN = List.of(
            "rebound.example",
            "127.0.0.1.rebound.example",
            "localhost.rebound.example",
            "x.localhost",
            "127.0.0.999",
            "127.0.0",
            "1127.0.0.1",
            "10.0.0.1",
            "[::2]",
            "::1",
            "user@localhost",
            "localhost,localhost");

    private final LiveTimerSimulator simulator = LiveTimerSimulator.start();
    private final int port = simulator.url().getPort();

    @AfterEach
    void close() {
        simulator.close();
    }

    /** 401 is what a request without credentials gets from the service itself. */
    private int status(String headers) throws IOException {
        try (RawConnection connection = new RawConnection(simulator.url())) {
            connection.sendText("GET /time_entries.xml HTTP/1.1\r\n" + headers + "\r\n");
            return connection.status();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LocalHost", "[::1]", "127.1.2.3"})
    void acceptsLoopbackNamesAndAddressesWithItsPort(String host) throws IOException {
        assertThat(status("Host: " + host + ":" + port + "\r\n")).isEqualTo(401);
    }

    @ParameterizedTest
    @FieldSource("FOREIGN")
    void rejectsAnyOtherHost(String host) throws IOException {
        assertThat(status("Host: " + host + ":" + port + "\r\n")).isEqualTo(421);
    }

    @Test
    void rejectsAnotherPortOrNone() throws IOException {
        assertThat(status("Host: 127.0.0.1:" + (port + 1) + "\r\n")).isEqualTo(421);
        assertThat(status("Host: 127.0.0.1\r\n")).isEqualTo(421);
        assertThat(status("Host: 127.0.0.1:\r\n")).isEqualTo(421);
        assertThat(status("Host: localhost:" + port + "0\r\n")).isEqualTo(421);
    }

    @Test
    void rejectsAMissingOrRepeatedHost() throws IOException {
        assertThat(status("")).isEqualTo(400);
        assertThat(status("Host: \r\n")).isEqualTo(400);
        assertThat(status("Host: localhost:" + port + "\r\nHost: rebound.example\r\n"))
                .isEqualTo(421);
    }

    @Test
    void everyServiceRejectsAForeignHostBeforeItsCredentialsAndItsFaults() throws IOException {
        for (UnusualRequestsTest.Vendor vendor : UnusualRequestsTest.Vendor.values()) {
            try (Simulator<?> each = vendor.start()) {
                String credentials = String.join("\r\n", vendor.headers(each));
                each.requests().clear();
                each.faults().next(Requests.any(), Fault.status(503));
                for (String host : FOREIGN) {
                    try (RawConnection connection = new RawConnection(each.url())) {
                        String name = host + ":" + each.url().getPort();
                        connection.sendText("GET " + vendor.list() + " HTTP/1.1\r\nHost: " + name + "\r\n" + credentials
                                + "\r\n\r\n");
                        assertThat(connection.status())
                                .as("%s, %s", vendor, host)
                                .isEqualTo(421);
                    }
                }
                assertThat(each.requests().count()).isEqualTo(FOREIGN.size());
                assertThat(each.faults().fired()).isZero();
            }
        }
        Evidence.of(Area.NETWORK, "A simulator under another name")
                .tried("requests with valid credentials to each simulator, with a Host that is not a loopback name or"
                        + " address: other names, names that end with one, invalid addresses, lists")
                .result("421; no effect, and no fault is used up")
                .count((long) FOREIGN.size() * UnusualRequestsTest.Vendor.values().length);
    }
}
