package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.model.InvalidInputException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One row of a query result. A value that no ledger can contain is reported as a damaged ledger, without a cause,
 * because the cause would quote the value. Any other exception in a row reader is a bug in Hourbridge and is passed on.
 */
final class Row {
    private final ResultSet result;
    private final Supplier<LedgerException> damaged;

    Row(ResultSet result, Supplier<LedgerException> damaged) {
        this.result = result;
        this.damaged = damaged;
    }

    /** Returns a string. A missing one is reported as a damaged ledger. */
    String text(String column) throws SQLException {
        String value = result.getString(column);
        if (value == null) {
            throw damaged.get();
        }
        return value;
    }

    /** Returns a string, or null if there is none. */
    @Nullable
    String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    /** Returns a string; empty if there is none. */
    Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    /** Returns a whole number; 0 if there is none. */
    long whole(String column) throws SQLException {
        return result.getLong(column);
    }

    /** Returns a small number; 0 if there is none. */
    int count(String column) throws SQLException {
        return result.getInt(column);
    }

    /** Returns whether a number is not 0. */
    boolean flag(String column) throws SQLException {
        return result.getInt(column) != 0;
    }

    /** Returns a day, such as {@code 2007-12-31}. */
    LocalDate day(String column) throws SQLException {
        return parsed(column, LocalDate::parse);
    }

    /** Returns a duration from a column of seconds. */
    Duration seconds(String column) throws SQLException {
        return Duration.ofSeconds(whole(column));
    }

    /** Returns a duration from two columns. */
    Duration seconds(String secondsColumn, String nanosColumn) throws SQLException {
        long seconds = whole(secondsColumn);
        long nanos = whole(nanosColumn);
        return checked(() -> Duration.ofSeconds(seconds, nanos));
    }

    /** Returns a value that a parser reads from text. */
    <T> T parsed(String column, Function<String, T> parser) throws SQLException {
        String text = text(column);
        return checked(() -> parser.apply(text));
    }

    /** Returns a value that a parser reads from text; empty if there is none. */
    <T> Optional<T> optionalParsed(String column, Function<String, T> parser) throws SQLException {
        @Nullable String text = textOrNull(column);
        return text == null ? Optional.empty() : Optional.of(checked(() -> parser.apply(text)));
    }

    /** Builds a value from columns. If it cannot be built, the ledger is damaged. */
    <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException | InvalidInputException e) {
            throw damaged.get();
        }
    }
}
