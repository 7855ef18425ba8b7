package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rules of reading, for trackers that are {@linkplain dev.hourbridge.model.Capabilities#readOnly() read-only}. The
 * tests of one that also writes extend {@link TimeTrackerConformance}.
 *
 * <p>Used by one thread.
 */
public abstract class TimeTrackerReadingConformance
        implements ListRules, TotalRules, PagerRules, DirectoryRules, ReadOnlyRules {
    private static final int SEED = 40;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ServiceUnderTest service;

    /** For subclasses. */
    protected TimeTrackerReadingConformance() {}

    /** Starts a service without entries, and a client of it. */
    protected abstract ServiceUnderTest start();

    /** Returns the service of this test. */
    @Override
    public final ServiceUnderTest service() {
        return service;
    }

    /** Starts a service of its own for each rule, with some entries. */
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

    /** Close is idempotent, also after lists were read. */
    @Test
    final void isClosedTwiceAsWellAsOnce() {
        TimeTracker tracker = service.tracker();
        assertThat(tracker.list(TimeEntryQuery.all())).isNotEmpty();

        tracker.close();
        tracker.close();
    }

    /** Account and capabilities are known without a request, and do not change. */
    @Test
    final void saysWhoItIsWithoutARequest() {
        TimeTracker tracker = service.tracker();

        assertThat(tracker.account().name()).isNotBlank();
        assertThat(tracker.capabilities()).isEqualTo(tracker.capabilities());
        assertThat(service.requests()).isZero();
    }

    /** What the service filters by can be read, so that a caller can check a list. */
    @Test
    final void filtersByNoFieldThatItCannotShow() {
        assertThat(service.tracker().capabilities().readable())
                .containsAll(service.tracker().capabilities().filterable());
    }
}
