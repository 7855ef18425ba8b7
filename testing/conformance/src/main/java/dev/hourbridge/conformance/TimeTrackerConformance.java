package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Capabilities;
import org.junit.jupiter.api.Test;

/**
 * The rules that every {@link dev.hourbridge.model.TimeTracker} must satisfy. The tests of a client extend this class
 * and provide a service; each test has its own. The tests of a read-only tracker extend {@link
 * TimeTrackerReadingConformance} instead.
 *
 * <p>Use it from one thread only.
 */
public abstract class TimeTrackerConformance extends TimeTrackerReadingConformance
        implements CreateRules, RefusalRules, TimeRules, NoteRules, UpdateRules, MoveRules, DeleteRules {

    /** Creates the tests. Intended for subclasses. */
    protected TimeTrackerConformance() {}

    /** Every writable field is also readable. Otherwise, a caller could not check a create. */
    @Test
    final void takesNoFieldThatItCannotShow() {
        Capabilities can = service().tracker().capabilities();

        assertThat(can.readOnly()).isFalse();
        assertThat(can.readable()).containsAll(can.writable());
        assertThat(can.writable()).containsAll(can.required()).containsAll(can.updatableFields());
    }
}
