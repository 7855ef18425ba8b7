package dev.hourbridge.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Any lines, with right checks: they are no protection from a user who computes them again. */
final class ForgedArchive {
    static final String HEADER = "{\"format\":\"hourbridge-archive\",\"version\":1,"
            + "\"account\":\"teamwork:acme.teamwork.com\",\"writtenAt\":\"2008-01-01T00:00:00Z\",\"client\":\"x\","
            + "\"fields\":[\"note\",\"mood\"],\"placement\":\"task\",\"starts\":\"none\"}";
    static final String ENTRY = "{\"id\":\"1\",\"account\":\"teamwork:acme.teamwork.com\",\"date\":\"2007-01-01\","
            + "\"seconds\":60,\"note\":\"Call\"}";
    static final String SUMS = "\"entries\":1,\"seconds\":60,\"months\":{\"2007-01\":{\"entries\":1,\"seconds\":60}}";

    private static final int CHECK_DIGITS = 16;

    private final MessageDigest digest = RunningDigest.sha256();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Returns a sound header, the entries, and a trailer with these sums. */
    static byte[] of(String sums, String... entries) {
        ForgedArchive archive = new ForgedArchive().line("header", HEADER);
        for (String entry : entries) {
            archive.line("entry", entry);
        }
        return archive.end(sums);
    }

    ForgedArchive line(String kind, String json) {
        return line(("{\"" + kind + "\":" + json).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a line of any bytes, which end with a right check. */
    ForgedArchive line(byte[] start) {
        add(start);
        add((",\"check\":\"" + hex().substring(0, CHECK_DIGITS) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a trailer with these sums. */
    byte[] end(String sums) {
        return line("trailer", "{" + sums + ",\"sha256\":\"" + hex() + "\"}").bytes();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void add(byte[] more) {
        digest.update(more);
        bytes.writeBytes(more);
    }

    private String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] compressed(byte[] bytes) throws java.io.IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }
}
