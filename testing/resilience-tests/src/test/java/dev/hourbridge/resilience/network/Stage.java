package dev.hourbridge.resilience.network;

import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawRequest;
import java.io.IOException;
import java.util.Arrays;

/** How far an exchange gets before the connection breaks. */
enum Stage {
    ON_ACCEPT,
    AFTER_A_BYTE {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            connection.read(1);
        }
    },
    AFTER_THE_REQUEST_LINE {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            connection.readLine();
        }
    },
    AFTER_THE_REQUEST_HEADERS {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            connection.readHead();
        }
    },
    IN_THE_REQUEST_BODY {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            connection.read(connection.readHead().orElseThrow().length() / 2);
        }
    },
    BEFORE_THE_STATUS_LINE {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            connection.readRequest();
        }
    },
    IN_THE_STATUS_LINE {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            connection.readRequest();
            connection.write("HTTP/1.1 2");
        }
    },
    IN_THE_HEADERS {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: " + service.contentType() + "\r\nContent-");
        }
    },
    BEFORE_THE_BODY {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            RawRequest request = connection.readRequest().orElseThrow();
            connection.write(GoodAnswers.to(request, service).padded().head());
        }
    },
    IN_THE_BODY {
        @Override
        void pass(RawConnection connection, Service service) throws IOException {
            RawRequest request = connection.readRequest().orElseThrow();
            byte[] whole = GoodAnswers.to(request, service).padded().bytes();
            connection.write(Arrays.copyOf(whole, whole.length - 20));
        }
    };

    void pass(RawConnection connection, Service service) throws IOException {}
}
