package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/**
 * One connection to an SQLite file, locked against every other process, which one thread uses at a time. Changes of
 * several threads that wait for the disk become durable together.
 */
final class Database implements AutoCloseable {
    /**
     * The number of SQLite virtual machine instructions between checks of the thread's interrupt flag: a second or
     * less, but more than any query of a usual ledger takes, so an interrupted step can still report.
     */
    private static final int INTERRUPT_CHECK_INTERVAL = 20_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final DatabaseErrors errors;
    private final Connection connection;
    private final Statements statements;
    private final LedgerWriteHook hook;
    private final GroupCommit group = new GroupCommit(this::transact);
    private boolean broken;
    private boolean inTransaction;
    private CommitListener onCommit = (changes, kinds) -> {};

    /** Receives the number of each durable change and the kinds of its writes. */
    interface CommitListener {
        void committed(long changes, List<LedgerWriteHook.Write> kinds);
    }

    /** Reads one row. */
    interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    Database(Path file, LedgerWriteHook hook) {
        this.errors = new DatabaseErrors(file);
        this.hook = hook;
        Connection opened = null;
        try {
            opened = LedgerFile.open(file, hook.waitsForDisk());
            endQueriesOnInterrupt(opened);
            this.connection = opened;
            this.statements = new Statements(opened);
        } catch (SQLException e) {
            close(opened);
            throw errors.of(e);
        }
    }

    /** Sets the listener that is called after a change is durable, before another change begins. */
    void onCommit(CommitListener onCommit) {
        this.onCommit = onCommit;
    }

    /** Transactions are always completed, because sent requests must be recorded even after an interrupt. */
    private void endQueriesOnInterrupt(Connection opened) throws SQLException {
        ProgressHandler.setHandler(opened, INTERRUPT_CHECK_INTERVAL, new ProgressHandler() {
            @Override
            protected int progress() {
                return !inTransaction && Thread.currentThread().isInterrupted() ? 1 : 0;
            }
        });
    }

    /** Runs in a transaction, which is durable when this method returns and has changed nothing if it throws. */
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

    /** Runs changes to temporary tables together, which is faster than one by one. They are not durable. */
    void stage(Runnable work) {
        lock.lock();
        try {
            inTransaction(List.of(), List.of(work));
        } finally {
            lock.unlock();
        }
    }

    private void transact(List<GroupCommit.Change> changes) {
        inTransaction(
                changes.stream().map(GroupCommit.Change::kind).toList(),
                changes.stream().map(GroupCommit.Change::work).toList());
        changes.forEach(change -> hook.after(change.kind()));
    }

    /** Runs all of the work in one transaction, or none of it. */
    private void inTransaction(List<LedgerWriteHook.Write> kinds, List<Runnable> work) {
        if (broken) {
            throw errors.broken();
        }
        inTransaction = true;
        try {
            for (LedgerWriteHook.Write kind : kinds) {
                hook.before(kind);
            }
            execute(kinds.isEmpty() ? "BEGIN" : "BEGIN IMMEDIATE");
            work.forEach(Runnable::run);
            long changes = kinds.isEmpty() ? 0 : countChange();
            for (LedgerWriteHook.Write kind : kinds) {
                hook.inside(kind);
            }
            execute("COMMIT");
            if (!kinds.isEmpty()) {
                onCommit.committed(changes, kinds);
            }
        } catch (SQLException e) {
            rollBack();
            throw errors.of(e);
        } catch (RuntimeException | Error e) {
            rollBack();
            throw e;
        } finally {
            inTransaction = false;
        }
    }

    /** Returns the number of the change; 0 in a file that does not count, such as before its tables are created. */
    private long countChange() throws SQLException {
        List<Long> changes =
                statements.with(Schema.COUNT_CHANGE, statement -> rows(statement, row -> row.whole("value")));
        return changes.stream().findFirst().orElse(0L);
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // No transaction was started, or SQLite rolled it back. If it could not, no later write may count.
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

    /** Creates and drops tables. */
    void script(List<String> statements) {
        lock.lock();
        try {
            for (String sql : statements) {
                execute(sql);
            }
        } catch (SQLException e) {
            throw errors.of(e);
        } finally {
            lock.unlock();
        }
    }

    int update(String sql, @Nullable Object... arguments) {
        lock.lock();
        try {
            return statements.with(sql, PreparedStatement::executeUpdate, arguments);
        } catch (SQLException e) {
            throw errors.of(e);
        } finally {
            lock.unlock();
        }
    }

    <T> List<T> queryAll(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        lock.lock();
        try {
            return statements.with(sql, statement -> rows(statement, reader), arguments);
        } catch (SQLException e) {
            throw errors.of(e);
        } finally {
            lock.unlock();
        }
    }

    <T> Optional<T> queryFirst(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        return queryAll(sql, reader, arguments).stream().findFirst();
    }

    /** Returns the only column, which must be named {@code value}, of each row. */
    List<String> queryTexts(String sql, @Nullable Object... arguments) {
        return queryAll(sql, row -> row.text("value"), arguments);
    }

    /** Returns the only column of the first row, which must be named {@code value}; 0 without a row. */
    long queryLong(String sql, @Nullable Object... arguments) {
        return queryFirst(sql, row -> row.whole("value"), arguments).orElse(0L);
    }

    /** Returns whether a query has a row. */
    boolean exists(String sql, @Nullable Object... arguments) {
        return queryLong("SELECT EXISTS (" + sql + ") AS value", arguments) > 0;
    }

    private <T> List<T> rows(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            Row row = new Row(result, this::unreadable);
            while (result.next()) {
                rows.add(reader.read(row));
            }
        }
        return rows;
    }

    private LedgerException unreadable() {
        return damaged("contains a value that is impossible in a ledger");
    }

    /** Returns an exception for a ledger that is not as Hourbridge wrote it. */
    LedgerException damaged(String problem) {
        return errors.damaged(problem);
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
                throw errors.of(e);
            }
        }
    }
}
