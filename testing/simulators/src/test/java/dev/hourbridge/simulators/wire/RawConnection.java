package dev.hourbridge.simulators.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection that sends bytes as they are, for requests that HTTP clients do not make. */
public final class RawConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 5000;

    private final Socket socket;
    private final InputStream in;
    private final String host;

    public RawConnection(URI url) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
        this.socket.setSoTimeout(TIMEOUT_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.host = url.getAuthority();
    }

    /** Sends a head with the right host and these further lines, and a body without any framing of its own. */
    public void send(String requestLine, String body, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        sendText(requestLine + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n" + body);
    }

    public void sendText(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next line, without its end. */
    public String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** The status of the next response, which is read with its head and a body of the announced length. */
    public int status() throws IOException {
        String statusLine = line();
        skipBody(head());
        return Integer.parseInt(statusLine.split(" ", -1)[1]);
    }

    /** The rest of a head; returns the announced length of the body. */
    public int head() throws IOException {
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return length;
    }

    public byte[] skipBody(int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return body;
    }

    public int read() throws IOException {
        return in.read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
