package dev.hourbridge.kafka;

import static dev.hourbridge.kafka.ReadAccount.TODAY;
import static dev.hourbridge.kafka.ReadAccount.changes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Accounts that fail, next to one that does not. */
final class AccountThreadsTest {
    private static final int MAX_POLLS = 60;
    private static final Duration MAX_PAUSE = Duration.ofMinutes(10);

    private final ReadAccount healthy = new ReadAccount();
    private final ReadAccount failing = new ReadAccount();
    private final AtomicInteger lists = new AtomicInteger();

    @Test
    void anAccountThatFailsForATimeIsReadLater() throws InterruptedException {
        failing.with("poll.interval", "1s");
        healthy.enter(TODAY, "x");
        failing.enter(TODAY, "y");
        try (AccountThreads threads = failing(() ->
                lists.get() < 3 ? new ServerException(Failure.builder("503").build()) : null)) {

            List<RetriableException> failures = new ArrayList<>();
            List<SourceRecord> records = new ArrayList<>();
            for (int i = 0; i < MAX_POLLS && records.size() < 2; i++) {
                try {
                    Batch batch = threads.poll();
                    if (batch != null) {
                        records.addAll(batch.records());
                    }
                } catch (RetriableException e) {
                    failures.add(e);
                    failing.clock.advance(MAX_PAUSE);
                }
            }

            assertThat(changes(records)).hasSize(2);
            assertThat(failures)
                    .hasSize(2)
                    .allSatisfy(failure -> assertThat(failure).hasMessageContaining("Account acme: "));
        }
    }

    @Test
    void anAccountThatFailsForGoodFailsTheTask() {
        healthy.enter(TODAY, "x");
        try (AccountThreads threads =
                failing(() -> new AuthenticationException(Failure.builder("401").build()))) {

            assertThatThrownBy(() -> poll(threads, 2))
                    .isInstanceOf(ConnectException.class)
                    .isNotInstanceOf(RetriableException.class)
                    .hasMessageContaining("Account acme: ");
        }
    }

    @Test
    void anAccountThatFailsForGoodIsSkippedWhereAsked() throws InterruptedException {
        failing.with("errors.account.tolerance", "skip");
        healthy.enter(TODAY, "x");
        try (AccountThreads threads =
                failing(() -> new AuthenticationException(Failure.builder("401").build()))) {

            assertThat(poll(threads, 1)).hasSize(1);
            for (int i = 0; i < 4; i++) {
                assertThat(threads.poll()).isNull();
            }
            assertThat(lists).as("not tried again before the next census").hasValue(1);
        }
    }

    @Test
    void anErrorOfTheProgramDoesNotGoUnnoticed() {
        failing.with("errors.account.tolerance", "skip");
        try (AccountThreads threads = failing(() -> new StackOverflowError("made by a test"))) {

            assertThatThrownBy(() -> poll(threads, 1))
                    .isInstanceOf(ConnectException.class)
                    .hasRootCauseInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    @Timeout(60)
    void aRequestThatHangsHoldsNeitherPollNorClose() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (AccountThreads threads = failing(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.countDown();
                Thread.currentThread().interrupt();
            }
            return new CallInterruptedException(Failure.builder("interrupted").build());
        })) {
            while (lists.get() == 0) {
                assertThat(threads.poll()).isNull();
            }
            assertThat(threads.poll()).isNull();
        }
        ended.await();
    }

    private AccountThreads failing(Supplier<Throwable> failure) {
        failing.through(new ForwardingTimeTracker(failing.service) {
            @Override
            public Pager<TimeEntry> list(TimeEntryQuery query) {
                lists.incrementAndGet();
                Throwable thrown = failure.get();
                if (thrown instanceof RuntimeException exception) {
                    throw exception;
                }
                if (thrown instanceof Error error) {
                    throw error;
                }
                return super.list(query);
            }
        });
        AccountThreads threads = new AccountThreads(List.of(failing.reader(), healthy.reader()), failing.settings());
        threads.start();
        return threads;
    }

    /** Polls until there are as many records. */
    private List<SourceRecord> poll(AccountThreads threads, int count) throws InterruptedException {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < MAX_POLLS && records.size() < count; i++) {
            Batch batch = threads.poll();
            if (batch != null) {
                records.addAll(batch.records());
            }
        }
        return records;
    }
}
