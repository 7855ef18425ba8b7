package dev.hourbridge.cli.config;

/** A place in the configuration file: a key, and the line that it is on. Immutable. */
public final class Where {
    private final String file;
    private final int line;
    private final String key;

    Where(String file, int line, String key) {
        this.file = file;
        this.line = line;
        this.key = key;
    }

    Where key(String name) {
        return new Where(file, line, key.isEmpty() ? name : key + "." + name);
    }

    Where line(int number) {
        return new Where(file, number, key);
    }

    /** An error at this place. {@code problem} says what is wrong and how to mend it, never a value that may be secret. */
    public ConfigurationException error(String problem) {
        return new ConfigurationException(this + ": " + problem);
    }

    /** {@code file:line: key}. */
    @Override
    public String toString() {
        return file + ":" + line + (key.isEmpty() ? "" : ": " + key);
    }
}
