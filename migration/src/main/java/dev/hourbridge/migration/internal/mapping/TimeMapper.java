package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.ContradictingDuration;
import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Converts a work time to the form that the target accepts. The instant is unchanged. */
public final class TimeMapper {
    /**
     * The maximum number of days by which an entry can move: a start retains its instant, and zones differ by up to 2
     * days (Apia).
     */
    public static final int MAX_DAY_SHIFT = 3;

    private final Capabilities capabilities;
    private final Policy policy;

    /** Creates a mapper for one target. */
    TimeMapper(Capabilities capabilities, Policy policy) {
        this.capabilities = capabilities;
        this.policy = policy;
    }

    /** Returns a result whose source has one duration. If it has two, the policy decides. */
    MappingResult decideDuration(TimeEntry source) {
        Optional<Duration> reported = source.reportedDuration();
        if (reported.isEmpty() || !(source.workTime() instanceof WorkTime.Interval interval)) {
            return new MappingResult(source);
        }
        MappingResult result = new MappingResult(
                policy.contradictingDuration() == ContradictingDuration.REPORTED
                        ? source.toBuilder()
                                .workTime(WorkTime.from(interval.start(), reported.get()))
                                .build()
                        : source);
        result.lose(
                EntryField.DURATION,
                policy.contradictingDuration() == ContradictingDuration.REFUSE
                        ? LossKind.NEEDS_INPUT
                        : LossKind.DEFAULTED);
        return result;
    }

    /**
     * Sets the work time, and records what is rounded or lost. The exact duration goes into the trailer, if the policy
     * has one.
     */
    void map(MappingResult result) {
        WorkTime source = result.source().workTime();
        Duration rounded = policy.rounding().round(source.duration(), capabilities.durationUnit());
        if (!rounded.equals(source.duration())) {
            result.lose(EntryField.DURATION, LossKind.ROUNDED);
            result.trailerFields.put(Trailer.DURATION, source.duration().toString());
        }
        WorkTime planned;
        if (source instanceof WorkTime.Interval interval) {
            planned = fromInterval(result, interval, rounded);
        } else {
            planned = fromDay(result, source.localDate(), rounded);
        }
        if (!planned.localDate().equals(source.localDate())) {
            result.lose(EntryField.DATE, LossKind.MOVED);
        }
        result.entry.workTime(planned);
    }

    private boolean takesStart() {
        return capabilities.startForm() != StartForm.NONE
                && capabilities.writable().contains(EntryField.START);
    }

    /** Maps a time with a start: converts it to the target's zone and to whole minutes. */
    private WorkTime fromInterval(MappingResult result, WorkTime.Interval interval, Duration duration) {
        if (!takesStart()) {
            result.lose(EntryField.START, LossKind.DROPPED);
            result.trailerFields.put(Trailer.START, interval.start().toString());
            return WorkTime.on(interval.localDate(), duration);
        }
        OffsetDateTime start = interval.start().truncatedTo(ChronoUnit.MINUTES);
        if (!start.equals(interval.start())) {
            result.lose(EntryField.START, LossKind.ROUNDED);
            result.trailerFields.put(Trailer.START, interval.start().toString());
        }
        if (capabilities.startForm() == StartForm.WALL_CLOCK
                && capabilities.zone().isPresent()) {
            OffsetDateTime local =
                    start.atZoneSameInstant(capabilities.zone().get()).toOffsetDateTime();
            if (!local.equals(start)) {
                result.trailerFields.put(Trailer.START, interval.start().toString());
            }
            // Offsets before about 1900 contain seconds, which shift the local time within the minute.
            start = local.truncatedTo(ChronoUnit.MINUTES);
        }
        if (RepeatedHour.contains(start, capabilities)) {
            result.lose(EntryField.START, LossKind.AMBIGUOUS);
        }
        return WorkTime.from(start, duration);
    }

    /** Maps a day with a duration. A target that requires a start gets the start that the policy specifies. */
    private WorkTime fromDay(MappingResult result, LocalDate day, Duration duration) {
        if (!takesStart() || !capabilities.required().contains(EntryField.START)) {
            return WorkTime.on(day, duration);
        }
        Optional<ZoneId> zone = capabilities.zone();
        if (policy.startPolicy().isEmpty() || zone.isEmpty()) {
            result.lose(EntryField.START, LossKind.NEEDS_INPUT);
            return WorkTime.on(day, duration);
        }
        result.lose(EntryField.START, LossKind.DEFAULTED);
        result.trailerFields.put(Trailer.START, Trailer.NO_START);
        OffsetDateTime start =
                day.atTime(policy.startPolicy().get()).atZone(zone.get()).toOffsetDateTime();
        return WorkTime.from(start, duration);
    }
}
