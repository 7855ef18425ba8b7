package dev.hourbridge.migration.internal.sqlite;

import java.util.Optional;
import java.util.function.Function;

/** The header of a ledger: texts by key. */
final class Meta {
    private final Database database;

    Meta(Database database) {
        this.database = database;
    }

    Optional<String> text(String key) {
        return parsed(key, Function.identity());
    }

    long number(String key) {
        return parsed(key, Long::parseLong).orElse(0L);
    }

    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return database.queryFirst("SELECT value FROM meta WHERE key = ?", row -> row.parsed("value", parser), key);
    }

    void set(String key, Object value) {
        database.update("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value.toString());
    }
}
