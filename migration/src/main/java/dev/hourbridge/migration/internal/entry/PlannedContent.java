package dev.hourbridge.migration.internal.entry;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.EntryUpdates;
import dev.hourbridge.migration.internal.mapping.MappingResult;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one entry: its content at the source, the content to create on the target, and the losses.
 *
 * @param source the entry at the source
 * @param person the person on the target
 * @param group the group from which canaries are chosen: the project, or else the task
 * @param create the entry to create, including the trailer
 * @param plainNote the note without the trailer
 * @param trailer the trailer's text, or null
 * @param losses the losses for each field that the target cannot store unchanged
 * @param isLossy whether the entry will differ from the source
 * @param features the features that the entry tests as a canary
 * @param fingerprint the fingerprint of the entry to create
 * @param plainFingerprint its fingerprint without the trailer
 * @param looseFingerprint its loose fingerprint
 */
public record PlannedContent(
        SourceFields source,
        String person,
        String group,
        NewTimeEntry create,
        String plainNote,
        @Nullable String trailer,
        Map<EntryField, Set<LossKind>> losses,
        boolean isLossy,
        Set<CanaryFeature> features,
        String fingerprint,
        String plainFingerprint,
        String looseFingerprint) {

    /** Returns the plan for a mapped entry. */
    public static PlannedContent of(SourceFields source, MappingResult result, Capabilities target) {
        NewTimeEntry create = result.entry();
        EntryIdentity identity = EntryIdentity.planned(create, result.person());
        return new PlannedContent(
                source,
                result.person(),
                result.group(),
                create,
                result.note(),
                result.trailer().orElse(null),
                result.losses(),
                result.isLossy(),
                CanaryFeature.of(create, target),
                identity.fingerprint(target),
                EntryIdentity.planned(result.plain(), result.person()).fingerprint(target),
                identity.looseFingerprint(target));
    }

    /** Returns this plan without trailer and marker tag, for a row that existed before. */
    public PlannedContent unmarked(Capabilities target) {
        NewTimeEntry plain = EntryUpdates.unmarked(create, plainNote);
        EntryIdentity identity = EntryIdentity.planned(plain, person);
        return new PlannedContent(
                source,
                person,
                group,
                plain,
                plainNote,
                null,
                losses,
                isLossy,
                CanaryFeature.of(plain, target),
                identity.fingerprint(target),
                identity.fingerprint(target),
                identity.looseFingerprint(target));
    }

    /** Returns this plan with the source fields and the losses of a later one. */
    public PlannedContent with(SourceFields laterSource, PlannedContent later) {
        return new PlannedContent(
                laterSource,
                person,
                group,
                create,
                plainNote,
                trailer,
                later.losses,
                later.isLossy,
                features,
                fingerprint,
                plainFingerprint,
                looseFingerprint);
    }

    /** Returns this plan with another duration to create. */
    public PlannedContent withDuration(Duration duration, Capabilities target) {
        WorkTime time = create.workTime() instanceof WorkTime.Interval interval
                ? WorkTime.from(interval.start(), duration)
                : WorkTime.on(create.workTime().localDate(), duration);
        NewTimeEntry plain = create.toBuilder().workTime(time).note(plainNote).build();
        NewTimeEntry full = plain;
        if (trailer != null) {
            Trailer written = Trailer.split(trailer).trailer().orElseThrow().withWritten(time);
            full = plain.toBuilder().note(written.appendedTo(plainNote)).build();
        }
        EntryIdentity identity = EntryIdentity.planned(full, person);
        return new PlannedContent(
                source,
                person,
                group,
                full,
                plainNote,
                trailer,
                losses,
                isLossy,
                features,
                identity.fingerprint(target),
                EntryIdentity.planned(plain, person).fingerprint(target),
                identity.looseFingerprint(target));
    }
}
