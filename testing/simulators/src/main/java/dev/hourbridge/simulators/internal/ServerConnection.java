package dev.hourbridge.simulators.internal;

import java.io.IOException;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.io.CloseMode;

/**
 * A connection that can also end without a response, or in the middle of one.
 *
 * <p>A dropped connection and a reset differ for a client. After the former, it reads the end of the stream; after the
 * latter, its read or write fails.
 */
final class ServerConnection extends DefaultBHttpServerConnection {
    private ServerConnection() {
        super("http", null);
    }

    /** Creates a connection for an accepted socket. */
    static ServerConnection of(Socket socket) throws IOException {
        ServerConnection connection = new ServerConnection();
        connection.bind(socket);
        return connection;
    }

    @Override
    public void sendResponseHeader(ClassicHttpResponse response) throws HttpException, IOException {
        if (response.getEntity() instanceof ReplyEntity entity) {
            switch (entity.ending()) {
                case DROPPED -> throw closed(CloseMode.GRACEFUL);
                case RESET -> throw closed(CloseMode.IMMEDIATE);
                case TRUNCATED, COMPLETE -> {}
            }
        }
        super.sendResponseHeader(response);
    }

    @Override
    public void sendResponseEntity(ClassicHttpResponse response) throws HttpException, IOException {
        if (response.getEntity() instanceof ReplyEntity entity && entity.ending() == ReplyEntity.Ending.TRUNCATED) {
            entity.onHalf(() -> {
                throw closed(CloseMode.GRACEFUL);
            });
        }
        super.sendResponseEntity(response);
    }

    /**
     * Closes the connection. Closing immediately sends a TCP reset; closing gracefully does not. Neither sends buffered
     * data.
     */
    private ConnectionClosedException closed(CloseMode mode) {
        close(mode);
        return new ConnectionClosedException("Closed by a planned fault.");
    }
}
