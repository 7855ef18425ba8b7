package dev.hourbridge.resilience.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An answer that keeps the rules, or that says at least what it is told to say. Not safe for use by several threads. */
public final class RawReply {
    private static final byte[] NOTHING = new byte[0];

    private final StringBuilder head = new StringBuilder();
    private byte[] body = NOTHING;
    private boolean measured = true;

    private RawReply(int status) {
        head.append("HTTP/1.1 ").append(status).append(" Words\r\n");
    }

    /** An answer of that status, without a body. */
    public static RawReply of(int status) {
        return new RawReply(status);
    }

    /** Adds a header. */
    public RawReply header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** Gives it a body, as UTF-8. */
    public RawReply body(String contentType, String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", contentType + "; charset=utf-8");
    }

    /** Adds white space to the body, so that there is something to break off. */
    public RawReply padded() {
        byte[] longer = Arrays.copyOf(body, body.length + 40);
        Arrays.fill(longer, body.length, longer.length, (byte) ' ');
        body = longer;
        return this;
    }

    /** Leaves out the length, so that a header may say another. */
    public RawReply unmeasured() {
        measured = false;
        return this;
    }

    /** The head alone. */
    public byte[] head() {
        String length = measured ? "Content-Length: " + body.length + "\r\n" : "";
        return (head + length + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** All of it. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head());
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** All of it but so many bytes of the end. */
    public byte[] without(int bytes) {
        byte[] all = bytes();
        return Arrays.copyOf(all, all.length - bytes);
    }
}
