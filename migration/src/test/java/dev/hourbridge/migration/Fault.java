package dev.hourbridge.migration;

import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.util.function.Consumer;

/** What can go wrong with one write. */
enum Fault {
    /** Nothing but that the process may be killed. */
    KILL(true, true),
    /** No connection: nothing left. */
    IO_EXCEPTION(false, false),
    /** Stored, and no answer in time. */
    TIMEOUT(true, false),
    /** Reset before it was stored. */
    RESET(false, false),
    /** Stored, and the connection ended without an answer. */
    EOF(true, false),
    /** Stored, and the answer broke off. */
    TRUNCATED(true, true),
    /** Refused for now. */
    THROTTLED(false, true),
    /** Failed before it was stored. */
    ERROR_500(false, true),
    /** Stored, and a proxy failed. */
    ERROR_502(true, true),
    /** No answer, and stored a minute later. */
    LATE_COMMIT(false, false);

    final boolean commits;
    final boolean answers;

    Fault(boolean commits, boolean answers) {
        this.commits = commits;
        this.answers = answers;
    }

    TimeEntryId strike(FakeTracker tracker, NewTimeEntry entry) {
        TimeEntryId[] id = new TimeEntryId[1];
        strike(() -> id[0] = tracker.commit(entry), delay -> tracker.commitLater(entry, delay));
        return id[0];
    }

    /**
     * Lets a write fail.
     *
     * @param commit carries the write out
     * @param commitLater carries the write out after a time
     */
    void strike(Runnable commit, Consumer<Duration> commitLater) {
        if (this == LATE_COMMIT) {
            commitLater.accept(Duration.ofSeconds(60));
            throw inDoubt();
        }
        if (commits) {
            commit.run();
        }
        if (this != KILL) {
            throw exception();
        }
    }

    private HourbridgeException exception() {
        return switch (this) {
            case IO_EXCEPTION ->
                new ConnectionException(failure(WriteOutcome.NOT_SENT).build());
            case TRUNCATED ->
                new MalformedResponseException(failure(WriteOutcome.IN_DOUBT).build());
            case THROTTLED ->
                new ThrottledException(
                        failure(WriteOutcome.REJECTED).status(429).build(), Duration.ofSeconds(7));
            case ERROR_500 ->
                new ServerException(failure(WriteOutcome.IN_DOUBT).status(500).build());
            case ERROR_502 ->
                new ServerException(failure(WriteOutcome.IN_DOUBT).status(502).build());
            case KILL, TIMEOUT, RESET, EOF, LATE_COMMIT -> inDoubt();
        };
    }

    private static ConnectionException inDoubt() {
        return new ConnectionException(failure(WriteOutcome.IN_DOUBT).build());
    }

    private static Failure.Builder failure(WriteOutcome outcome) {
        return Failure.builder("POST").outcome(outcome).attempts(1);
    }
}
