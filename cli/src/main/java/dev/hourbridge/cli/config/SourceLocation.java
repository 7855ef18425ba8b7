package dev.hourbridge.cli.config;

import java.util.regex.Pattern;

/**
 * A location in the configuration file: a key and its line. Under credentials, messages name only keys that are known
 * not to be secrets. Immutable.
 *
 * <pre>
 * migration.yaml:12: source.zone
 * </pre>
 */
public final class SourceLocation {
    private static final Pattern CONFIDENTIAL = Pattern.compile("(source|target)\\.(credentials|people)");

    /** Names that messages may contain under credentials: keys of the services, and ids of people. */
    private static final Pattern NO_SECRET =
            Pattern.compile("account|username|password|apiKey|token|refreshToken|refreshTokenFile|people|\\d{1,18}");

    /** The form of a key or an id, for places where no secret is expected. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z]{1,24}|\\d{1,18}");

    private final String file;
    private final int line;
    private final String key;
    private final boolean confidential;

    /**
     * Creates a location.
     *
     * @param line the line number, starting at 1; 0 for the whole file
     */
    SourceLocation(String file, int line, String key) {
        this(file, line, key, false);
    }

    /**
     * Creates a location.
     *
     * @param confidential whether it is under credentials, where a key may be a misplaced secret
     */
    private SourceLocation(String file, int line, String key, boolean confidential) {
        this.file = file;
        this.line = line;
        this.key = key;
        this.confidential = confidential;
    }

    /** Returns the location of a key of this mapping. */
    SourceLocation key(String name) {
        String path = key.isEmpty() ? name : key + "." + name;
        return new SourceLocation(
                file,
                line,
                confidential && !NO_SECRET.matcher(name).matches() ? key : path,
                confidential || CONFIDENTIAL.matcher(path).matches());
    }

    /** Returns the location of the same key on another line. */
    SourceLocation line(int number) {
        return new SourceLocation(file, number, key, confidential);
    }

    /** Returns this location with the line of another one. */
    SourceLocation atLineOf(SourceLocation other) {
        return line(other.line);
    }

    /** Returns whether secrets are expected here. */
    boolean isConfidential() {
        return confidential;
    }

    /** Returns whether an error may name an unknown key of this mapping. */
    boolean mayName(String name) {
        return (confidential ? NO_SECRET : KEY).matcher(name).matches();
    }

    /** Returns an error at this location. {@code problem} states what is wrong and the fix, without a secret value. */
    public ConfigurationException error(String problem) {
        return new ConfigurationException(this + ": " + problem);
    }

    /** Returns {@code file:line: key}. */
    @Override
    public String toString() {
        return file + ":" + line + (key.isEmpty() ? "" : ": " + key);
    }
}
