package dev.hourbridge.migration.internal.sqlite;

import java.util.Optional;
import java.util.function.Function;

/** The header of a ledger: strings by key. */
final class Meta {
    private final Database database;

    Meta(Database database) {
        this.database = database;
    }

    /** Returns a string; empty if the key is absent. */
    Optional<String> text(String key) {
        return parsed(key, Function.identity());
    }

    /** Returns a number; 0 if the key is absent. */
    long number(String key) {
        return parsed(key, Long::parseLong).orElse(0L);
    }

    /** Returns a value that a parser reads. Text that the parser rejects is reported as a damaged ledger. */
    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return database.queryFirst("SELECT value FROM meta WHERE key = ?", row -> row.parsed("value", parser), key);
    }

    /** Sets a value, and replaces the previous one. */
    void set(String key, Object value) {
        database.update("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value.toString());
    }
}
