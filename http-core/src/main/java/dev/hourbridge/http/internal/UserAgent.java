package dev.hourbridge.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The {@code User-Agent} of all requests: {@code hourbridge/} and the version. */
final class UserAgent {
    /** The value of the header. */
    static final String VALUE = "hourbridge/" + version();

    private UserAgent() {}

    /** Reads a resource, because a manifest is not available on the module path. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream resource = UserAgent.class.getResourceAsStream("version.properties")) {
            if (resource != null) {
                properties.load(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties could not be read.", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
