package dev.hourbridge.migration.concurrent;

import dev.hourbridge.migration.Crash;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the service does with one POST, and what comes back. */
interface Reply {
    Duration RETRY_AFTER = Duration.ofSeconds(7);

    /** Replies, or throws what a client throws then. */
    TimeEntryId to(NewTimeEntry entry, Committer service);

    /** Stores entries. */
    interface Committer {
        TimeEntry commit(NewTimeEntry entry);

        /** Replaces a row as the service itself would. */
        TimeEntry store(TimeEntry row);

        void commitLater(NewTimeEntry entry, Duration delay);

        Placement placement();
    }

    /** Stores it and gives its id. */
    static Reply normal() {
        return (entry, service) -> service.commit(entry).id();
    }

    /** Stores it; the response is lost. */
    static Reply lost() {
        return storedOtherwise(Reply::noResponse);
    }

    /** Stores it and passes the row to the test; the response is lost. */
    static Reply lostAnd(Consumer<TimeEntry> stored) {
        return (entry, service) -> {
            stored.accept(service.commit(entry));
            throw noResponse();
        };
    }

    /** Stores nothing; no response, as if the request or the response was lost. */
    static Reply lostRequest() {
        return failing(Reply::noResponse);
    }

    /** Stores nothing. */
    static Reply failing(Supplier<? extends RuntimeException> failure) {
        return (entry, service) -> {
            throw failure.get();
        };
    }

    /** No response, and stored some time later. */
    static Reply late(Duration delay) {
        return (entry, service) -> {
            service.commitLater(entry, delay);
            throw noResponse();
        };
    }

    /** Stores it with something else in it, and fails with 502. */
    static Reply storedOtherwise(Change... changes) {
        return storedOtherwise(() -> server(502), changes);
    }

    static Reply storedOtherwise(Supplier<? extends RuntimeException> failure, Change... changes) {
        return (entry, service) -> {
            TimeEntry row = service.commit(entry);
            for (Change change : changes) {
                row = change.in(row, service.placement());
            }
            service.store(row);
            throw failure.get();
        };
    }

    /** Stores it, but responds with 429. */
    static Reply throttledAfterCommit() {
        return storedOtherwise(Reply::throttled);
    }

    /** A proxy sends the request twice; the second response comes back. */
    static Reply duplicated() {
        return (entry, service) -> {
            service.commit(entry);
            return service.commit(entry).id();
        };
    }

    /** The process ends once the entry is stored, before the response. */
    static Reply killedAfterCommit() {
        return (entry, service) -> {
            service.commit(entry);
            throw new Crash();
        };
    }

    /** The process ends before the request leaves. */
    static Reply killedBefore() {
        return (entry, service) -> {
            throw new Crash();
        };
    }

    /** No connection: nothing left. */
    static HourbridgeException notSent() {
        return new ConnectionException(Failure.builder("POST")
                .outcome(WriteOutcome.NOT_SENT)
                .attempts(1)
                .build());
    }

    /** The response is 201, without an id. */
    static HourbridgeException acceptedWithoutId() {
        return new MalformedResponseException(Failure.builder("POST")
                .outcome(WriteOutcome.ACCEPTED_NO_ID)
                .status(201)
                .attempts(1)
                .build());
    }

    static HourbridgeException noResponse() {
        return new ConnectionException(Failure.builder("POST")
                .outcome(WriteOutcome.IN_DOUBT)
                .attempts(1)
                .build());
    }

    static HourbridgeException server(int status) {
        return new ServerException(failed(WriteOutcome.IN_DOUBT, status));
    }

    static ThrottledException throttled() {
        return new ThrottledException(failed(WriteOutcome.REJECTED, 429), RETRY_AFTER);
    }

    static RejectedException rejected() {
        return new RejectedException(failed(WriteOutcome.REJECTED, 422), List.of("not valid"));
    }

    private static Failure failed(WriteOutcome outcome, int status) {
        return Failure.builder("POST")
                .outcome(outcome)
                .status(status)
                .attempts(1)
                .build();
    }
}
