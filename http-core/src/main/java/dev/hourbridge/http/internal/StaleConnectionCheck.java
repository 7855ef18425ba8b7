package dev.hourbridge.http.internal;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Whether the other side has ended a connection over which nothing is under way. */
final class StaleConnectionCheck {
    private static final int PROBE_MILLIS = 1;

    private StaleConnectionCheck() {}

    /** Takes a millisecond: that is how long the platform needs to say that nothing has come. */
    static boolean isStale(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout(PROBE_MILLIS);
            try {
                // A byte that nobody asked for, such as of a notice that the connection was idle, ends it too.
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
