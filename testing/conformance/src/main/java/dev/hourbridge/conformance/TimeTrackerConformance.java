package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rules that every {@link TimeTracker} keeps. A client's tests extend it and say how to get at a
 * service; each test gets one of its own.
 *
 * <p>Used by one thread.
 */
public abstract class TimeTrackerConformance
        implements ListRules,
                CreateRules,
                RefusalRules,
                TimeRules,
                NoteRules,
                UpdateRules,
                DeleteRules,
                TotalRules,
                PagerRules {
    private static final int SEED = 40;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ServiceUnderTest service;

    /** For subclasses. */
    protected TimeTrackerConformance() {}

    /** Starts a service without entries, and a client of it. */
    protected abstract ServiceUnderTest start();

    /** The service of this test. */
    @Override
    public final ServiceUnderTest service() {
        return service;
    }

    @BeforeEach
    final void startSeeded() {
        service = start();
        service.seed(SEED);
    }

    @AfterEach
    final void stop() {
        service.tracker().close();
        service.close();
    }

    @Test
    final void isClosedTwiceAsWellAsOnce() {
        TimeTracker tracker = service.tracker();
        assertThat(tracker.list(TimeEntryQuery.all())).isNotEmpty();

        tracker.close();
        tracker.close();
    }

    @Test
    final void saysWhoItIsWithoutARequest() {
        TimeTracker tracker = service.tracker();

        assertThat(tracker.account().name()).isNotBlank();
        assertThat(tracker.capabilities()).isEqualTo(tracker.capabilities());
        assertThat(service.requests()).isZero();
    }

    @Test
    final void takesNoFieldThatItCannotShow() {
        assertThat(service.tracker().capabilities().readable())
                .containsAll(service.tracker().capabilities().writable());
        assertThat(service.tracker().capabilities().writable())
                .containsAll(service.tracker().capabilities().required());
        assertThat(service.tracker().capabilities().readable())
                .containsAll(service.tracker().capabilities().filterable());
    }
}
