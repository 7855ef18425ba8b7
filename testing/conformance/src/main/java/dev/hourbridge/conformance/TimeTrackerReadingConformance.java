package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rules for reading, for trackers that are {@linkplain dev.hourbridge.model.Capabilities#readOnly() read-only}. The
 * tests of a tracker that also writes extend {@link TimeTrackerConformance}.
 *
 * <p>Use it from one thread only.
 */
public abstract class TimeTrackerReadingConformance
        implements ListRules, TotalRules, PagerRules, DirectoryRules, ReadOnlyRules {
    private static final int SEED = 40;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ServiceUnderTest service;

    /** Creates the tests. Intended for subclasses. */
    protected TimeTrackerReadingConformance() {}

    /** Starts a service without entries, and a client for it. */
    protected abstract ServiceUnderTest start();

    /** Returns the service for this test. */
    @Override
    public final ServiceUnderTest service() {
        return service;
    }

    /** Starts a separate service with some entries for each rule. */
    @BeforeEach
    final void startSeeded() {
        service = start();
        service.seed(SEED);
    }

    /** Closes the client and the service. */
    @AfterEach
    final void stop() {
        service.tracker().close();
        service.close();
    }

    /** Closing is idempotent, even after lists were read. */
    @Test
    final void isClosedTwiceAsWellAsOnce() {
        TimeTracker tracker = service.tracker();
        assertThat(tracker.list(TimeEntryQuery.all())).isNotEmpty();

        tracker.close();
        tracker.close();
    }

    /** The account and the capabilities are known without a request and do not change. */
    @Test
    final void saysWhoItIsWithoutARequest() {
        TimeTracker tracker = service.tracker();

        assertThat(tracker.account().name()).isNotBlank();
        assertThat(tracker.capabilities()).isEqualTo(tracker.capabilities());
        assertThat(service.requests()).isZero();
    }

    /** Every field by which the service filters is readable, so a caller can check a list. */
    @Test
    final void filtersByNoFieldThatItCannotShow() {
        assertThat(service.tracker().capabilities().readable())
                .containsAll(service.tracker().capabilities().filterable());
    }
}
