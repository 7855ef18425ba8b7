package dev.hourbridge.cli.config;

/**
 * Thrown if the configuration is invalid. The message names the file, the line and the key, and never contains a
 * secret.
 *
 * <pre> migration.yaml:12: target.zone: unknown zone; use a zone such as Europe/Dublin </pre>
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception. The message states what is invalid, where, and how to fix it. Line breaks and color codes
     * in text quoted from the file have no effect.
     */
    public ConfigurationException(String message) {
        super(message.replaceAll("\\p{Cc}", " "));
    }
}
