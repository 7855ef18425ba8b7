package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Capabilities;
import org.junit.jupiter.api.Test;

/**
 * The rules that every {@link dev.hourbridge.model.TimeTracker} keeps. A client's tests extend it and provide a
 * service; each test gets one of its own. A read-only tracker extends {@link TimeTrackerReadingConformance} instead.
 *
 * <p>Used by one thread.
 */
public abstract class TimeTrackerConformance extends TimeTrackerReadingConformance
        implements CreateRules, RefusalRules, TimeRules, NoteRules, UpdateRules, MoveRules, DeleteRules {

    /** For subclasses. */
    protected TimeTrackerConformance() {}

    /** Whatever can be written can be read back: else no caller could check a create. */
    @Test
    final void takesNoFieldThatItCannotShow() {
        Capabilities can = service().tracker().capabilities();

        assertThat(can.readOnly()).isFalse();
        assertThat(can.readable()).containsAll(can.writable());
        assertThat(can.writable()).containsAll(can.required()).containsAll(can.updatableFields());
    }
}
