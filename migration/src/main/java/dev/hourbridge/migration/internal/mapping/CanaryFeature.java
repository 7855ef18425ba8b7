package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A property of an entry that the target may store incorrectly. Canaries cover each property that occurs. */
public enum CanaryFeature {
    /** Has a task. */
    TASK,
    /** Has no task. */
    NO_TASK,
    /** Has a start. */
    START,
    /** Has a day only. */
    NO_START,
    /** Has tags. */
    TAGS,
    /** Is billable. */
    BILLABLE,
    /** Is not billable. */
    NOT_BILLABLE,
    /** Has characters outside ASCII in its note. */
    NON_ASCII,
    /** Is in summer time. */
    SUMMER,
    /** Is in winter time. */
    WINTER;

    /** Returns the features of an entry that is to be created on a target. */
    public static Set<CanaryFeature> of(NewTimeEntry entry, Capabilities target) {
        Set<CanaryFeature> features = EnumSet.of(
                entry.task().isPresent() ? TASK : NO_TASK,
                entry.workTime() instanceof WorkTime.Interval ? START : NO_START,
                isSummer(entry.workTime().localDate(), target.zone()) ? SUMMER : WINTER);
        if (!entry.tags().isEmpty()) {
            features.add(TAGS);
        }
        if (entry.billable() != Billable.UNSPECIFIED) {
            features.add(entry.billable() == Billable.YES ? BILLABLE : NOT_BILLABLE);
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(entry.note())) {
            features.add(NON_ASCII);
        }
        return features;
    }

    /** Returns whether the day has daylight saving time in the target's zone; without a zone, based on the month. */
    private static boolean isSummer(LocalDate day, Optional<ZoneId> zone) {
        if (zone.isPresent() && !zone.get().getRules().isFixedOffset()) {
            return zone.get()
                    .getRules()
                    .isDaylightSavings(day.atTime(12, 0).atZone(zone.get()).toInstant());
        }
        return day.getMonthValue() > 3 && day.getMonthValue() < 10;
    }
}
