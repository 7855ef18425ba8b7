package dev.hourbridge.cli.config;

import dev.hourbridge.http.Secret;
import java.util.Map;
import java.util.Optional;

/** The credentials of one service, by the file's own keys. Prints none of them. Immutable. */
public final class Credentials {
    private final Map<String, Secret> values;

    Credentials(Map<String, Secret> values) {
        this.values = Map.copyOf(values);
    }

    /** Whether the file gives it. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value that the file gives, if it does. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(Secret::reveal);
    }

    /** The value of a key that was checked to be there. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException(key + " was not checked to be there"));
    }

    /** The names of what is given, without the values. */
    @Override
    public String toString() {
        return "Credentials" + values.keySet();
    }
}
