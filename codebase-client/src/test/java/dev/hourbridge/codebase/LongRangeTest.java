package dev.hourbridge.codebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.codebase.StoredCodebaseSession;
import java.time.LocalDate;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long range of days is asked for in several, since Codebase writes each as one answer. */
class LongRangeTest {
    private static final LocalDate FIRST = LocalDate.parse("2023-01-15");
    private static final int DAYS = 600;
    private static final int ROWS = 90_000;
    private static final TimeEntryQuery RANGE = TimeEntryQuery.between(FIRST, FIRST.plusDays(DAYS - 1));

    private final BitSet read = new BitSet(ROWS);

    private static CodebaseSimulator simulator(boolean toInclusive) {
        CodebaseSimulator simulator =
                CodebaseSimulator.builder().toInclusive(toInclusive).start();
        simulator.generate(
                "website",
                ROWS,
                index -> StoredCodebaseSession.builder("website", FIRST.plusDays(index % DAYS), 5)
                        .build());
        return simulator;
    }

    private static CodebaseClient client(CodebaseSimulator simulator, String... projects) {
        return CodebaseClient.builder()
                .baseUrl(simulator.url().toString())
                .account(simulator.account())
                .username(simulator.username())
                .apiKey(simulator.apiKey())
                .projects(projects)
                .build();
    }

    private void mark(TimeEntry entry) {
        String id = entry.id().id();
        int index = (int) (Long.parseLong(id.substring("website/".length())) - CodebaseSimulator.generatedId(0));
        assertThat(read.get(index)).as("twice: %s", index).isFalse();
        read.set(index);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everySessionOnceOverTheBordersOfTheRanges(boolean toInclusive) {
        try (CodebaseSimulator simulator = simulator(toInclusive);
                CodebaseClient client = client(simulator, "website", "app")) {
            client.list(RANGE).forEach(this::mark);
            assertThat(read.cardinality()).isEqualTo(ROWS);
            // 92 days at first, then as many as 20,000 sessions take: some 130
            assertThat(simulator.requests().count(request -> request.path().startsWith("/website")))
                    .isEqualTo(5);
        }
    }

    @Test
    void rangesAreRequestedAheadWhereItIsAskedFor() {
        try (CodebaseSimulator simulator = simulator(true);
                CodebaseClient client = client(simulator, "website", "app")) {
            for (int n = 1; n <= 4; n++) {
                simulator.faults().nth(n, Requests.operation("list"), Fault.held());
            }
            Thread reader = new Thread(() -> client.list(RANGE).prefetch(4).forEach(this::mark));
            reader.start();
            while (simulator.requests().count() < 4) {
                Thread.onSpinWait();
            }
            assertThat(simulator.requests().count()).isEqualTo(4);
            simulator.faults().release();
            join(reader);
            assertThat(read.cardinality()).isEqualTo(ROWS);
            // Ranges of 92 days, and those after the first four as long as 20,000 sessions take.
            assertThat(simulator.requests().count(request -> request.path().startsWith("/website")))
                    .isBetween(5L, 7L);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void listsThatAreLeftEarlyKeepNoCreateFromBeingSent() {
        try (CodebaseSimulator simulator = simulator(true);
                CodebaseClient client = client(simulator, "website")) {
            for (int i = 0; i < 140; i++) {
                assertThat(client.timeSessions()
                                .list("website")
                                .iterator()
                                .next()
                                .id())
                        .isPositive();
            }

            TimeSession created = client.timeSessions()
                    .create(
                            "website",
                            NewTimeSession.builder()
                                    .summary("Work")
                                    .minutes(5)
                                    .sessionDate(FIRST)
                                    .build());

            assertThat(created.minutes()).isEqualTo(5);
        }
    }

    @Test
    void anAnswerThatBreaksIsGoneOnFromItsRange() {
        try (CodebaseSimulator simulator = simulator(false);
                CodebaseClient client = client(simulator, "website")) {
            simulator.faults().nth(2, Requests.operation("list"), Fault.truncated());
            HourbridgeException failure = catchThrowableOfType(
                    HourbridgeException.class, () -> client.list(RANGE).forEach(this::mark));
            PageToken token = PageToken.parse(failure.pageToken().orElseThrow().toString());
            assertThat(read.cardinality()).isGreaterThan(92 * ROWS / DAYS).isLessThan(ROWS);
            String range = token.toString().substring(token.toString().indexOf('~') + 1);
            assertThat(range).isGreaterThan("2023-04-17..");
            LocalDate from = LocalDate.parse(range.substring(0, 10));
            client.list(RANGE).startingAt(token).forEach(entry -> {
                assertThat(entry.workTime().localDate()).isAfterOrEqualTo(from);
                String id = entry.id().id();
                read.set((int) (Long.parseLong(id.substring("website/".length())) - CodebaseSimulator.generatedId(0)));
            });
            assertThat(read.cardinality()).isEqualTo(ROWS);
        }
    }

    /** However far the days reach: nothing is asked for that is not of them. */
    @Test
    void aRangeThatBeginsBeforeAllYearsIsReadOnce() {
        try (CodebaseSimulator simulator = simulator(false);
                CodebaseClient client = client(simulator, "website")) {
            client.list(TimeEntryQuery.between(LocalDate.MIN, LocalDate.MAX)).forEach(this::mark);
            assertThat(read.cardinality()).isEqualTo(ROWS);
            // Of the ranges, one at most may be without an end on either side.
            assertThat(simulator
                            .requests()
                            .count(request -> !request.queryNames().contains("from")
                                    && !request.queryNames().contains("to")))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aListWithoutDaysIsOneAnswer() {
        try (CodebaseSimulator simulator = simulator(false);
                CodebaseClient client = client(simulator, "website")) {
            client.list(TimeEntryQuery.all()).forEach(this::mark);
            assertThat(read.cardinality()).isEqualTo(ROWS);
            assertThat(simulator.requests().count()).isEqualTo(1);
        }
    }
}
