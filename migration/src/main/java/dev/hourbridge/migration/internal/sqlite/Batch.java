package dev.hourbridge.migration.internal.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects rows for a temporary table and inserts a number of them at a time. Not thread-safe. */
final class Batch<T> {
    private static final int SIZE = 256;

    private final Database database;
    private final Consumer<? super T> insert;
    private final List<T> rows = new ArrayList<>();

    Batch(Database database, Consumer<? super T> insert) {
        this.database = database;
        this.insert = insert;
    }

    void add(T row) {
        rows.add(row);
        if (rows.size() >= SIZE) {
            flush();
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void flush() {
        if (!rows.isEmpty()) {
            database.stage(() -> rows.forEach(insert));
            rows.clear();
        }
    }
}
