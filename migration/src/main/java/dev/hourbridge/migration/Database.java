package dev.hourbridge.migration;

import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.model.InvalidInputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One connection to an SQLite file, held for itself, on which one thread works at a time. Changes of
 * several threads that wait for the disk become durable together.
 */
final class Database implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final Connection connection;
    private final Statements statements;
    private final LedgerWriteHook hook;
    private final GroupCommit group = new GroupCommit(this::transact);
    private boolean broken;

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Database(Path file, LedgerWriteHook hook) {
        this.file = file;
        this.hook = hook;
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        Connection opened = null;
        try {
            opened = source.getConnection();
            prepare(opened, hook.waitsForDisk());
            this.connection = opened;
            this.statements = new Statements(opened);
        } catch (SQLException e) {
            close(opened);
            throw failure(e);
        }
    }

    private static void prepare(Connection connection, boolean waitsForDisk) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            // Held until the connection closes, or its process dies: nobody else writes meanwhile.
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = " + (waitsForDisk ? "FULL" : "OFF"));
            statement.execute("PRAGMA temp_store = FILE");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("COMMIT");
        }
    }

    /** Runs in a transaction that is durable once this returns, and has left nothing if it throws. */
    void write(LedgerWriteHook.Write kind, Runnable work) {
        GroupCommit.Change change = new GroupCommit.Change(kind, work);
        group.add(change);
        lock.lock();
        try {
            group.commit(change);
        } finally {
            lock.unlock();
        }
        change.rethrow();
    }

    /** All of the changes in one transaction, or none. */
    private void transact(List<GroupCommit.Change> changes) {
        if (broken) {
            throw new LedgerException(
                    Problem.UNWRITABLE, "The ledger " + file + " failed before and is not written again.");
        }
        try {
            for (GroupCommit.Change change : changes) {
                hook.before(change.kind());
            }
            execute("BEGIN IMMEDIATE");
            changes.forEach(change -> change.work().run());
            for (GroupCommit.Change change : changes) {
                hook.inside(change.kind());
            }
            execute("COMMIT");
        } catch (SQLException e) {
            rollBack();
            throw failure(e);
        } catch (RuntimeException | Error e) {
            rollBack();
            throw e;
        }
        changes.forEach(change -> hook.after(change.kind()));
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // None was begun, or SQLite rolled it back itself; if it could not, no later write may count.
            broken = !isIdle();
        }
    }

    private boolean isIdle() {
        try {
            execute("BEGIN IMMEDIATE");
            execute("ROLLBACK");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Creates tables. */
    void script(List<String> statements) {
        lock.lock();
        try {
            for (String sql : statements) {
                execute(sql);
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    int update(String sql, @Nullable Object... arguments) {
        lock.lock();
        try {
            return statements.with(sql, PreparedStatement::executeUpdate, arguments);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        lock.lock();
        try {
            return statements.with(sql, statement -> all(statement, reader), arguments);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        List<T> rows = list(sql, reader, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    long queryLong(String sql, @Nullable Object... arguments) {
        return first(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    private <T> List<T> all(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        } catch (DateTimeException
                | IllegalArgumentException
                | ArithmeticException
                | NullPointerException
                | InvalidInputException e) {
            throw unreadable();
        }
        return rows;
    }

    /** What the ledger holds is none of what is written into it. No cause is kept: it would quote the value. */
    LedgerException unreadable() {
        return new LedgerException(Problem.DAMAGED, Ledger.damaged(file, "holds a value that no ledger can hold"));
    }

    /** What an SQL failure means. The message holds no values. */
    private LedgerException failure(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : null;
        String name = code == null ? "" : code.name().toUpperCase(Locale.ROOT);
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return new LedgerException(
                    Problem.LOCKED,
                    "The ledger " + file
                            + " is open elsewhere: another process, or another migration of this one, works with it."
                            + " Run again once that has ended.",
                    e);
        }
        if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            return new LedgerException(Problem.DAMAGED, Ledger.damaged(file, "is damaged, or is not a ledger"), e);
        }
        return new LedgerException(Problem.UNWRITABLE, "The ledger " + file + " could not be read or written.", e);
    }

    @Override
    public void close() {
        close(connection);
    }

    private void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }
}
