package dev.hourbridge.migration;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Brings the work time into the form that the target takes. The instant stays what it is. */
final class TimeMapper {
    private final Capabilities capabilities;
    private final Policy policy;

    TimeMapper(Capabilities capabilities, Policy policy) {
        this.capabilities = capabilities;
        this.policy = policy;
    }

    void map(Draft draft) {
        WorkTime source = draft.source.workTime();
        Duration rounded =
                Duration.ofSeconds(policy.rounding().seconds(source.duration(), capabilities.durationUnit()));
        if (!rounded.equals(source.duration())) {
            draft.lose(EntryField.DURATION, LossKind.ROUNDED);
            draft.trailer.put(Trailer.DURATION, source.duration().toString());
        }
        WorkTime planned;
        if (source instanceof WorkTime.Interval interval) {
            planned = fromInterval(draft, interval, rounded);
        } else {
            planned = fromDay(draft, source.localDate(), rounded);
        }
        if (!planned.localDate().equals(source.localDate())) {
            draft.lose(EntryField.DATE, LossKind.MOVED);
        }
        draft.entry.workTime(planned);
    }

    private boolean takesStart() {
        return capabilities.startForm() != StartForm.NONE
                && capabilities.writable().contains(EntryField.START);
    }

    private WorkTime fromInterval(Draft draft, WorkTime.Interval interval, Duration duration) {
        if (!takesStart()) {
            draft.lose(EntryField.START, LossKind.DROPPED);
            draft.trailer.put(Trailer.START, interval.start().toString());
            return WorkTime.on(interval.localDate(), duration);
        }
        OffsetDateTime start = interval.start().truncatedTo(ChronoUnit.MINUTES);
        if (!start.equals(interval.start())) {
            draft.lose(EntryField.START, LossKind.ROUNDED);
            draft.trailer.put(Trailer.START, interval.start().toString());
        }
        if (capabilities.startForm() == StartForm.WALL_CLOCK
                && capabilities.zone().isPresent()) {
            OffsetDateTime local =
                    start.atZoneSameInstant(capabilities.zone().get()).toOffsetDateTime();
            if (!local.equals(start)) {
                draft.trailer.put(Trailer.START, interval.start().toString());
            }
            // An offset with seconds in it, as before 1900, shifts the clock within the minute.
            start = local.truncatedTo(ChronoUnit.MINUTES);
        }
        if (Facts.isRepeated(start, capabilities)) {
            draft.lose(EntryField.START, LossKind.AMBIGUOUS);
        }
        return WorkTime.from(start, duration);
    }

    private WorkTime fromDay(Draft draft, LocalDate day, Duration duration) {
        if (!takesStart() || !capabilities.required().contains(EntryField.START)) {
            return WorkTime.on(day, duration);
        }
        Optional<ZoneId> zone = capabilities.zone();
        if (policy.startPolicy().isEmpty() || zone.isEmpty()) {
            draft.lose(EntryField.START, LossKind.NEEDS_INPUT);
            return WorkTime.on(day, duration);
        }
        draft.lose(EntryField.START, LossKind.DEFAULTED);
        draft.trailer.put(Trailer.START, Trailer.NO_START);
        OffsetDateTime start =
                day.atTime(policy.startPolicy().get()).atZone(zone.get()).toOffsetDateTime();
        return WorkTime.from(start, duration);
    }
}
