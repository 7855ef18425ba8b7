package dev.hourbridge.migration.internal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cache of prepared statements, because preparing a statement usually costs more than running it. A statement in use
 * is not in the cache, so a query can run while the rows of another query with the same text are read. Not thread-safe.
 */
final class Statements {
    private static final int MAX_IDLE = 128;

    private final Connection connection;
    private final Map<String, Deque<PreparedStatement>> idle = new HashMap<>();
    private int size;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Uses a prepared statement. */
    interface Use<T> {
        /** Uses a statement whose parameters have been set. */
        T of(PreparedStatement statement) throws SQLException;
    }

    /**
     * Runs a statement with its parameters set, from the cache or newly prepared.
     *
     * @param arguments strings, numbers and nulls, in the order of the parameters
     */
    <T> T with(String sql, Use<T> use, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = take(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            T result = use.of(statement);
            giveBack(sql, statement);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            statement.close();
            throw e;
        }
    }

    /** Takes a statement that is not in use, or prepares one. */
    private PreparedStatement take(String sql) throws SQLException {
        Deque<PreparedStatement> ready = idle.get(sql);
        if (ready == null || ready.isEmpty()) {
            return connection.prepareStatement(sql);
        }
        size--;
        return ready.pop();
    }

    /** Makes a statement available again, or closes it if enough are retained. */
    private void giveBack(String sql, PreparedStatement statement) throws SQLException {
        if (size >= MAX_IDLE) {
            statement.close();
            return;
        }
        size++;
        idle.computeIfAbsent(sql, key -> new ArrayDeque<>()).push(statement);
    }
}
