package dev.hourbridge.cli.config;

/**
 * Thrown if the configuration is invalid. The message names the file, the line and the key, and never contains a
 * secret.
 *
 * <pre> migration.yaml:12: source.zone: is not a zone; give one such as Europe/Dublin </pre>
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception. The message states what is invalid, where, and how to fix it. Text quoted from the file
     * cannot break or color a line.
     */
    public ConfigurationException(String message) {
        super(message.replaceAll("\\p{Cc}", " "));
    }
}
