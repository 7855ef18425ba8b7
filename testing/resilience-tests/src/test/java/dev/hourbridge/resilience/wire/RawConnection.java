package dev.hourbridge.resilience.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/** One connection, from the server's side. Used by one thread. */
public final class RawConnection {
    private static final long HOLD_NANOS = 10_000_000;

    private final Socket socket;
    private final Consumer<RawRequest> heard;
    private final InputStream in;

    RawConnection(Socket socket, Consumer<RawRequest> heard) throws IOException {
        this.socket = socket;
        this.heard = heard;
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Waits for the first byte of a request, and leaves it to be read; negative at the connection's end. */
    public int peek() throws IOException {
        if (socket.isClosed()) {
            return -1;
        }
        in.mark(1);
        int first = in.read();
        in.reset();
        return first;
    }

    /** Reads a line with its end; shorter if the connection ends. */
    public String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.append((char) next);
            if (next == '\n') {
                return line.toString();
            }
        }
        return line.toString();
    }

    /** Reads the line and headers of a request, but not its body; empty at the connection's end. */
    public Optional<RawRequest> readHead() throws IOException {
        Optional<RawRequest> request = head();
        request.ifPresent(heard);
        return request;
    }

    private Optional<RawRequest> head() throws IOException {
        StringBuilder head = new StringBuilder();
        String line;
        do {
            line = readLine();
            head.append(line);
        } while (!line.isBlank());
        if (head.isEmpty()) {
            return Optional.empty();
        }
        if (line.isEmpty()) {
            throw new EOFException("in the middle of a head");
        }
        return Optional.of(new RawRequest(head.toString(), ""));
    }

    /** Reads so many bytes. */
    public byte[] read(int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("in the middle of a body");
        }
        return read;
    }

    /** Reads a request whole; empty at the connection's end. */
    public Optional<RawRequest> readRequest() throws IOException {
        Optional<RawRequest> head = head();
        if (head.isEmpty()) {
            return head;
        }
        String body = new String(read(head.get().length()), StandardCharsets.UTF_8);
        RawRequest request = new RawRequest(head.get().head(), body);
        heard.accept(request);
        return Optional.of(request);
    }

    /** Reads requests and answers each, until the client ends the connection. */
    public void answer(Function<RawRequest, RawReply> answers) throws IOException {
        for (Optional<RawRequest> request = readRequest(); request.isPresent(); request = readRequest()) {
            write(answers.apply(request.get()).bytes());
        }
    }

    /** Sends a text, as Latin-1. */
    public RawConnection write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes. */
    public RawConnection write(byte[] bytes) throws IOException {
        out().write(bytes);
        out().flush();
        return this;
    }

    /** Where the client reads, without a buffer. */
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Ends the connection with a reset: whatever the client has not read is lost. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends the connection in good order. */
    public void close() throws IOException {
        socket.close();
    }

    /** Says nothing until the client, or the server's end, ends the connection. */
    public void stall() throws IOException {
        while (in.read() >= 0) {
            in.skip(Long.MAX_VALUE);
        }
    }

    /** Neither reads nor writes, until the server's end. */
    public void hold() {
        while (!socket.isClosed()) {
            LockSupport.parkNanos(HOLD_NANOS);
        }
    }
}
