package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.xml.XmlBody;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.WorkTime.DatedDuration;
import dev.hourbridge.model.WorkTime.Interval;

/** Writes the request bodies of creates and updates, with the fields in the order of the vendor's samples. */
final class EntryBody {
    private static final String ROOT = "time-entry";

    private EntryBody() {}

    static XmlBody of(NewLiveTimerEntry entry) {
        XmlBody body = XmlBody.of(ROOT);
        if (entry.workTime() instanceof Interval interval) {
            body.field("start-time", WireText.time(interval.start()));
            body.field("end-time", WireText.time(interval.end()));
        } else if (entry.workTime() instanceof DatedDuration dated) {
            body.field("start-date", WireText.date(dated.date()));
            body.field("duration", dated.duration().toMinutes());
        }
        entry.projectId().ifPresent(id -> body.field("project-id", id));
        entry.taskId().ifPresent(id -> body.field("task-id", id));
        entry.activityId().ifPresent(id -> body.field("activity-id", id));
        if (!entry.note().isEmpty()) {
            body.cdata("note", entry.note());
        }
        return body;
    }

    static XmlBody of(LiveTimerEntryUpdate update) {
        XmlBody body = XmlBody.of(ROOT);
        field(body, "start-time", update.startTime(), WireText::time);
        field(body, "end-time", update.endTime(), WireText::time);
        field(body, "start-date", update.startDate(), WireText::date);
        field(body, "duration", update.duration(), minutes -> Long.toString(minutes));
        field(body, "project-id", update.projectId(), id -> Long.toString(id));
        field(body, "task-id", update.taskId(), id -> Long.toString(id));
        field(body, "activity-id", update.activityId(), id -> Long.toString(id));
        switch (update.note().kind()) {
            case SET -> body.cdata("note", update.note().value().orElseThrow());
            case CLEAR -> body.empty("note");
            case LEAVE -> {}
        }
        return body;
    }

    private static <T> void field(
            XmlBody body, String name, Change<T> change, java.util.function.Function<T, String> text) {
        switch (change.kind()) {
            case SET -> body.field(name, text.apply(change.value().orElseThrow()));
            case CLEAR -> body.empty(name);
            case LEAVE -> {}
        }
    }
}
