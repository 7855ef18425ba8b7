package dev.hourbridge.cli.config;

import java.util.regex.Pattern;

/**
 * A place in the configuration file: a key, and the line that it is on. Under credentials, only keys that
 * are known not to be secrets are named. Immutable.
 *
 * <pre>
 * migration.yaml:12: source.zone
 * </pre>
 */
public final class SourceLocation {
    private static final Pattern CONFIDENTIAL = Pattern.compile("(source|target)\\.(credentials|people)");

    /** What may be named under credentials: keys of the services, and ids of people. */
    private static final Pattern NO_SECRET =
            Pattern.compile("account|username|password|apiKey|token|refreshToken|refreshTokenFile|people|\\d{1,18}");

    /** What looks like a key or an id, where a secret is not expected. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z]{1,24}|\\d{1,18}");

    private final String file;
    private final int line;
    private final String key;
    private final boolean confidential;

    /**
     * Creates a place.
     *
     * @param line the line, from 1; 0 for the file as a whole
     */
    SourceLocation(String file, int line, String key) {
        this(file, line, key, false);
    }

    /**
     * Creates a location.
     *
     * @param confidential whether it is below credentials, where a key may be a secret that is in the wrong place
     */
    private SourceLocation(String file, int line, String key, boolean confidential) {
        this.file = file;
        this.line = line;
        this.key = key;
        this.confidential = confidential;
    }

    /** Returns the place of a key of this mapping. */
    SourceLocation key(String name) {
        String path = key.isEmpty() ? name : key + "." + name;
        return new SourceLocation(
                file,
                line,
                confidential && !NO_SECRET.matcher(name).matches() ? key : path,
                confidential || CONFIDENTIAL.matcher(path).matches());
    }

    /** Returns the same key on another line. */
    SourceLocation line(int number) {
        return new SourceLocation(file, number, key, confidential);
    }

    /** Returns this location on the line of another one. */
    SourceLocation atLineOf(SourceLocation other) {
        return line(other.line);
    }

    /** Returns whether secrets are expected here. */
    boolean isConfidential() {
        return confidential;
    }

    /** Returns whether an error may name a key of this mapping that is not known. */
    boolean mayName(String name) {
        return (confidential ? NO_SECRET : KEY).matcher(name).matches();
    }

    /** Returns an error at this place. {@code problem} states what is wrong and the fix, without a secret value. */
    public ConfigurationException error(String problem) {
        return new ConfigurationException(this + ": " + problem);
    }

    /** Returns {@code file:line: key}. */
    @Override
    public String toString() {
        return file + ":" + line + (key.isEmpty() ? "" : ": " + key);
    }
}
