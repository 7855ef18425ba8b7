package dev.hourbridge.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style or script of the page. The page's policy names its digest, so no other style or script can run there.
 *
 * <p>The digest is computed from the file in the jar, so a change to the file requires no change to the policy.
 */
record PageAsset(String text) {
    static final PageAsset STYLE = read("report.css");
    static final PageAsset SCRIPT = read("report.js");

    /** Reads a resource from the jar. */
    private static PageAsset read(String name) {
        try (InputStream resource = PageAsset.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new PageAsset(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the source expression for a content security policy. */
    String source() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
