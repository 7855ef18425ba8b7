package dev.hourbridge.benchmarks.peers;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A client that reads a whole list into typed rows.
 *
 * @param <T> the type of the rows
 * @param reader reads the list, page by page
 * @param id returns the id of a row
 * @param duration returns the duration of a row
 */
public record Peer<T>(Reader<T> reader, ToLongFunction<T> id, Function<T, Duration> duration) {

    /** Reads a list. */
    public interface Reader<T> {

        /** Returns all rows of the list. */
        List<T> read() throws Exception;
    }

    /** The number of rows of a list, and the sums of their values. */
    public record Sums(int rows, long ids, Duration duration) {}

    /** Adds up the rows. */
    Sums sums(List<T> rows) {
        long ids = 0;
        Duration sum = Duration.ZERO;
        for (T row : rows) {
            ids += id.applyAsLong(row);
            sum = sum.plus(duration.apply(row));
        }
        return new Sums(rows.size(), ids, sum);
    }

    /** Reads the list and adds up its rows. */
    public Sums sums() throws Exception {
        return sums(reader.read());
    }
}
