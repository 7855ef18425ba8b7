package dev.hourbridge.conformance;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.WorkTime;
import java.util.List;

/** Removes a field from an entry, which the builder cannot do. */
final class NewTimeEntries {
    private NewTimeEntries() {}

    /** Returns an entry without a field. A removed note is empty; a removed start leaves a day without a start. */
    static NewTimeEntry without(NewTimeEntry from, EntryField field) {
        WorkTime time = from.workTime();
        NewTimeEntry.Builder to =
                NewTimeEntry.of(field == EntryField.START ? WorkTime.on(time.localDate(), time.duration()) : time);
        to.note(field == EntryField.NOTE ? "" : from.note());
        to.billable(field == EntryField.BILLABLE ? Billable.UNSPECIFIED : from.billable());
        to.tags(field == EntryField.TAGS ? List.of() : from.tags());
        from.person().filter(ref -> field != EntryField.PERSON).ifPresent(to::person);
        from.project().filter(ref -> field != EntryField.PROJECT).ifPresent(to::project);
        from.task().filter(ref -> field != EntryField.TASK).ifPresent(to::task);
        from.activity().filter(ref -> field != EntryField.ACTIVITY).ifPresent(to::activity);
        return to.build();
    }
}
