package dev.hourbridge.migration.internal.sqlite;

import java.util.Optional;
import java.util.function.Function;

/** The header of a ledger: texts by key. */
final class Meta {
    private final Database database;

    Meta(Database database) {
        this.database = database;
    }

    /** Returns a text; empty if the key is not there. */
    Optional<String> text(String key) {
        return parsed(key, Function.identity());
    }

    /** Returns a number; 0 if the key is not there. */
    long number(String key) {
        return parsed(key, Long::parseLong).orElse(0L);
    }

    /** Returns a value as a parser reads it. A text that the parser rejects is reported as a damaged ledger. */
    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return database.queryFirst("SELECT value FROM meta WHERE key = ?", row -> row.parsed("value", parser), key);
    }

    /** Sets a value, in place of one that was there. */
    void set(String key, Object value) {
        database.update("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value.toString());
    }
}
