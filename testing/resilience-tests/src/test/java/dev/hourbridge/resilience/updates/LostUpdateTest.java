package dev.hourbridge.resilience.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.simulators.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first request of an update or a deletion fails, and another user edits the row before the next one: the row is read
 * and compared before every request, so it stays as that user left it. The client's retry policy is the default one.
 */
@Timeout(60)
class LostUpdateTest {
    private static int held;

    @TempDir
    Path directory;

    /** What is sent to the row. */
    private enum Write {
        UPDATE("PUT"),
        DELETION("DELETE"),
        UNDO("DELETE");

        private final String method;

        Write(String method) {
            this.method = method;
        }
    }

    /** How the request fails without being carried out. */
    private enum Failure {
        ERROR_500,
        ERROR_503,
        NO_RESPONSE,
        RESET,
        THROTTLED,
        CHALLENGED;

        Fault fault() {
            return switch (this) {
                case ERROR_500 -> Fault.status(500);
                case ERROR_503 -> Fault.status(503);
                case NO_RESPONSE -> Fault.dropped();
                case RESET -> Fault.reset();
                case THROTTLED -> Fault.throttled(Duration.ofSeconds(1));
                case CHALLENGED -> Fault.status(401);
            };
        }
    }

    record Case(Service service, Write write, Failure failure) {}

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        int met = 0;
        for (Service service : Service.values()) {
            for (Write write : Write.values()) {
                for (Failure failure : Failure.values()) {
                    if (met++ % Samples.of(5, 1) == 0) {
                        cases.add(new Case(service, write, failure));
                    }
                }
            }
        }
        return cases;
    }

    @AfterAll
    static void record() {
        if (held == cases().size()) {
            Evidence.of(Area.MIGRATION, "Another user edits a row between two attempts to write it")
                    .tried("6 ways in which the first request fails, by update, deletion and undo, with each client and"
                            + " its default retries")
                    .result("one request arrived; the row stayed as the other user left it, and was reported")
                    .count(held);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRowThatAnotherUserEditsAfterAFailedRequestIsNotWritten(Case at) {
        try (Cutover cutover = new Cutover(at.service, directory.resolve("ledger.db"))) {
            if (at.write == Write.UPDATE) {
                cutover.editSource();
            } else if (at.write == Write.DELETION) {
                cutover.deleteAtSource();
            }
            cutover.faults().next(request -> request.method().equals(at.write.method), at.failure.fault());
            cutover.letAnotherUserEdit();

            if (at.write == Write.UNDO) {
                assertUndoRetains(cutover);
                assertThat(cutover.notes()).containsExactly(Cutover.EDITED);
                assertThat(cutover.changes()).isEqualTo(2);
            } else {
                assertConflict(cutover);
                assertThat(cutover.notes()).containsExactly(Cutover.EDITED, "work 1");
                assertThat(cutover.changes()).isEqualTo(1);
            }
            held++;
        }
    }

    private static void assertConflict(Cutover cutover) {
        try (Migration migration = cutover.migration()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
            ApplyReport report = migration.apply();
            assertThat(report.outcome()).as("%s", report.problem()).isEqualTo(Outcome.DIFFERENT);
            assertThat(report.changes().conflicts()).isEqualTo(1);
        }
    }

    private static void assertUndoRetains(Cutover cutover) {
        try (Migration migration = cutover.migration()) {
            UndoReport report = migration.undo();
            assertThat(report.outcome()).as("%s", report.problem()).isEqualTo(Outcome.DIFFERENT);
            assertThat(report.retained())
                    .singleElement()
                    .satisfies(row -> assertThat(row.reason()).startsWith("another user changed its note"));
        }
    }

    /** Without another user, the change is sent again after the row was read again, and three times at most. */
    @ParameterizedTest
    @EnumSource
    void aFailedRequestIsSentAgainThreeTimesAtMost(Service service) {
        try (Cutover cutover = new Cutover(service, directory.resolve("ledger.db"))) {
            cutover.editSource();
            cutover.faults().next(request -> request.method().equals("PUT"), Fault.status(503));
            assertThat(apply(cutover)).isEqualTo(Outcome.DONE);
            assertThat(cutover.changes()).isEqualTo(2);

            cutover.deleteAtSource();
            cutover.faults().always(request -> request.method().equals("DELETE"), Fault.status(503));
            assertThat(apply(cutover)).isEqualTo(Outcome.IN_DOUBT);
            assertThat(cutover.changes()).isEqualTo(2 + 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUndoSendsADeletionThreeTimesAtMost(Service service) {
        try (Cutover cutover = new Cutover(service, directory.resolve("ledger.db"));
                Migration migration = cutover.migration()) {
            cutover.faults().always(request -> request.method().equals("DELETE"), Fault.status(503));
            assertThat(migration.undo().outcome()).isEqualTo(Outcome.IN_DOUBT);
            assertThat(cutover.changes()).isEqualTo(3);
            cutover.faults().clear().next(request -> request.method().equals("DELETE"), Fault.lostResponse());
            UndoReport report = migration.undo();
            assertThat(report.outcome()).isEqualTo(Outcome.DONE);
            assertThat(report.deleted()).isEqualTo(2);
            assertThat(cutover.notes()).isEmpty();
        }
    }

    private static Outcome apply(Cutover cutover) {
        try (Migration migration = cutover.migration()) {
            migration.plan();
            return migration.apply().outcome();
        }
    }
}
