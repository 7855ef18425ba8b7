package dev.hourbridge.http.internal;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Checks whether the server has closed an idle connection. */
final class StaleConnectionCheck {
    private static final int PROBE_MILLIS = 1;

    private StaleConnectionCheck() {}

    /** Reads with a timeout of 1 ms, the shortest that the platform supports. */
    static boolean isStale(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout(PROBE_MILLIS);
            try {
                // An unexpected byte, such as from a notice about an idle connection, also makes it unusable.
                socket.getInputStream().read();
                return true;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
