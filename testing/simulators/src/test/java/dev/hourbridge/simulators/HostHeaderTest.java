package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.wire.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page in a browser can reach a simulator under a name that its author makes resolve to 127.0.0.1. The Host
 * header then holds that name.
 */
class HostHeaderTest {
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
    @ValueSource(
            strings = {
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
                "localhost,localhost"
            })
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

    @ParameterizedTest
    @EnumSource(UnusualRequestsTest.Vendor.class)
    void everyServiceRejectsAForeignHostBeforeItsCredentialsAndItsFaults(UnusualRequestsTest.Vendor vendor)
            throws IOException {
        try (Simulator<?> each = vendor.start();
                RawConnection connection = new RawConnection(each.url())) {
            String credentials = String.join("\r\n", vendor.headers(each));
            each.requests().clear();
            each.faults().next(Requests.any(), Fault.status(503));

            connection.sendText(
                    "GET " + vendor.list() + " HTTP/1.1\r\nHost: rebound.example\r\n" + credentials + "\r\n\r\n");

            assertThat(connection.status()).isEqualTo(421);
            assertThat(each.requests().count()).isEqualTo(1);
            assertThat(each.faults().fired()).isZero();
        }
    }
}
