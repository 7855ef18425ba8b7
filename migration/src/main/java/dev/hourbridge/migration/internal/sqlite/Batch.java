package dev.hourbridge.migration.internal.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects rows for a temporary table and inserts a number of them at a time. Not thread-safe.
 *
 * <p>One insert per row would require one transaction per row. {@link #flush} must be called before the table is read.
 */
final class Batch<T> {
    private static final int SIZE = 256;

    private final Database database;
    private final Consumer<? super T> insert;
    private final List<T> rows = new ArrayList<>();

    /**
     * Creates an empty batch.
     *
     * @param insert inserts one row; called within a transaction
     */
    Batch(Database database, Consumer<? super T> insert) {
        this.database = database;
        this.insert = insert;
    }

    /** Adds a row. Inserts the collected rows if there are enough. */
    void add(T row) {
        rows.add(row);
        if (rows.size() >= SIZE) {
            flush();
        }
    }

    /** Returns whether no row is waiting to be inserted. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Inserts the waiting rows. */
    void flush() {
        if (!rows.isEmpty()) {
            database.stage(() -> rows.forEach(insert));
            rows.clear();
        }
    }
}
