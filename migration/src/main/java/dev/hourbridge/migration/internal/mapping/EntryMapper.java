package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.migration.internal.mapping.Choice.Origin;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Maps an entry of the source to an entry of the target, and records the loss of each field.
 *
 * <p>A mapper has no state: the same entry, mapping, policy and capabilities give the same result in every step and in
 * every run. A later plan can therefore distinguish an entry that changed at the source from one that is mapped
 * differently.
 */
public final class EntryMapper {
    private final Capabilities source;
    private final Account target;
    private final Capabilities capabilities;
    private final Mapping mapping;
    private final Policy policy;
    private final PlaceMapper places;
    private final TimeMapper times;
    private final WorkRules rules;

    /**
     * Creates a mapper.
     *
     * @param source the capabilities of the source
     * @param target the account to map into
     * @param capabilities the capabilities of the target
     */
    public EntryMapper(Capabilities source, Account target, Capabilities capabilities, Mapping mapping, Policy policy) {
        this.source = source;
        this.target = target;
        this.capabilities = capabilities;
        this.mapping = mapping;
        this.policy = policy;
        this.places = new PlaceMapper(target, capabilities, mapping);
        this.times = new TimeMapper(capabilities, policy);
        this.rules = new WorkRules(mapping.work());
    }

    /** Returns whether the mapping skips an entry. */
    public boolean isSkipped(TimeEntry entry) {
        Optional<WorkRule> rule = rules.match(entry);
        return rule.filter(WorkRule::isSkip).isPresent()
                || isSkipped(EntryField.PERSON, entry.person().map(PersonRef::id), rule)
                || isSkipped(EntryField.PROJECT, entry.project().map(ProjectRef::id), rule)
                || isSkipped(EntryField.TASK, entry.task().map(TaskRef::id), rule)
                || isSkipped(EntryField.ACTIVITY, entry.activity().map(ActivityRef::id), rule);
    }

    private boolean isSkipped(EntryField kind, Optional<String> id, Optional<WorkRule> rule) {
        return id.filter(mapping.skipped().getOrDefault(kind, Set.of())::contains)
                        .isPresent()
                && rule.filter(one -> WorkRules.names(one, kind)).isEmpty();
    }

    /** Maps one entry that is not skipped. */
    public MappingResult map(TimeEntry raw) {
        TrailerDecoder decoded = TrailerDecoder.of(raw, source, target);
        MappingResult result = times.decideDuration(decoded.entry());
        Optional<WorkRule> rule = rules.match(decoded.entry());
        person(result, rule, decoded);
        places.map(result, rule, decoded);
        activity(result, rule, decoded);
        times.map(result);
        billable(result);
        tags(result);
        decoded.entry().client().ifPresent(client -> result.lose(EntryField.CLIENT, LossKind.DROPPED));
        decoded.entry().invoice().ifPresent(invoice -> result.lose(EntryField.INVOICE, LossKind.DROPPED));
        note(result);
        if (policy.marker() == Marker.TRAILER) {
            trailer(result);
            result.appendTrailer(capabilities.maxNoteLength().orElse(Integer.MAX_VALUE));
        }
        return result;
    }

    /** Maps the person: by a rule, the mapping, the trailer, then the default. */
    private void person(MappingResult result, Optional<WorkRule> rule, TrailerDecoder trailer) {
        Optional<String> source = result.source().person().map(PersonRef::id);
        Choice person = Choice.of(EntryField.PERSON)
                .orRuleThenMap(rule.flatMap(WorkRule::toPerson), source.map(mapping.people()::get))
                .or(Origin.TRAILER, trailer.direct(Trailer.PERSON))
                .or(Origin.DEFAULT, mapping.defaultPerson());
        if (!person.isPresent()) {
            result.need(EntryField.PERSON, source, result.source().personName());
            return;
        }
        person.declareLoss(
                result, source.isPresent(), rule.flatMap(WorkRule::fromPerson).isPresent());
        result.person = person.id().get();
        if (capabilities.writable().contains(EntryField.PERSON)) {
            result.entry.person(PersonRef.of(target, result.person));
        }
    }

    /**
     * Maps the activity: by a rule, the mapping, the trailer, then the default. An activity that is not mapped is lost.
     */
    private void activity(MappingResult result, Optional<WorkRule> rule, TrailerDecoder trailer) {
        Optional<String> source = result.source().activity().map(ActivityRef::id);
        Choice activity = Choice.of(EntryField.ACTIVITY);
        if (capabilities.writable().contains(EntryField.ACTIVITY)) {
            activity = activity.orRuleThenMap(rule.flatMap(WorkRule::toActivity), source.map(mapping.activities()::get))
                    .or(Origin.TRAILER, trailer.direct(Trailer.ACTIVITY))
                    .or(Origin.DEFAULT, mapping.defaultActivity());
        }
        if (!activity.isPresent() && capabilities.required().contains(EntryField.ACTIVITY)) {
            result.need(EntryField.ACTIVITY, source, result.source().activityName());
            return;
        }
        activity.declareLoss(
                result, source.isPresent(), rule.flatMap(WorkRule::fromActivity).isPresent());
        activity.id().ifPresent(id -> result.entry.activity(ActivityRef.of(target, id)));
    }

    /** Maps the flag. A source without a flag gets the default. */
    private void billable(MappingResult result) {
        Billable source = result.source().billable();
        if (!capabilities.writable().contains(EntryField.BILLABLE)) {
            if (source != Billable.UNSPECIFIED) {
                result.lose(EntryField.BILLABLE, LossKind.DROPPED);
            }
        } else if (source != Billable.UNSPECIFIED) {
            result.entry.billable(source);
        } else if (mapping.defaultBillable() != Billable.UNSPECIFIED) {
            result.entry.billable(mapping.defaultBillable());
            result.lose(EntryField.BILLABLE, LossKind.DEFAULTED);
        }
    }

    /** Maps the tags. Characters that the target cannot store are replaced, and duplicate tags are removed. */
    private void tags(MappingResult result) {
        List<String> source = result.source().tags();
        if (!capabilities.writable().contains(EntryField.TAGS)) {
            if (!source.isEmpty()) {
                result.lose(EntryField.TAGS, LossKind.DROPPED);
            }
            return;
        }
        Set<String> tags = new LinkedHashSet<>();
        String separator = capabilities.tagSeparator();
        for (String tag : source) {
            String clean = separator.isEmpty() ? tag : tag.replace(separator, " ");
            clean = Notes.carried(clean, capabilities.noteCharacters()).strip();
            if (!clean.equals(tag) || !tags.add(clean)) {
                result.lose(EntryField.TAGS, LossKind.CHANGED);
            }
            if (!clean.isEmpty()) {
                tags.add(clean);
            }
        }
        tags.remove("");
        if (policy.marker() == Marker.TAG) {
            tags.add(MarkerTag.NAME);
        }
        result.entry.tags(List.copyOf(tags));
    }

    /** Maps the note: characters that the target cannot store are replaced, and a long note is truncated. */
    private void note(MappingResult result) {
        String note = result.source().note();
        if (!capabilities.writable().contains(EntryField.NOTE)) {
            if (!note.isBlank()) {
                result.lose(EntryField.NOTE, LossKind.DROPPED);
            }
            return;
        }
        boolean isDefault =
                Notes.normalized(note).isEmpty() && capabilities.required().contains(EntryField.NOTE);
        if (isDefault) {
            if (mapping.defaultNote().isEmpty()) {
                result.lose(EntryField.NOTE, LossKind.NEEDS_INPUT);
                return;
            }
            note = mapping.defaultNote().get();
            result.lose(EntryField.NOTE, LossKind.DEFAULTED);
        }
        String carried = Notes.carried(note, capabilities.noteCharacters());
        if (!carried.equals(note)) {
            result.lose(EntryField.NOTE, LossKind.CHANGED);
        }
        String cut = Notes.cut(carried, capabilities.maxNoteLength().orElse(Integer.MAX_VALUE));
        if (!Notes.normalized(cut).equals(Notes.normalized(carried))) {
            result.lose(EntryField.NOTE, LossKind.CUT);
        }
        result.note = cut;
        if (isDefault) {
            result.trailerFields.put(Trailer.DEFAULT_NOTE, RowDigests.ofNote(cut));
        }
    }

    /**
     * Collects the values that the trailer restores: the source's ids, and the digest of what is sent, which later
     * shows whether another user changed the row.
     */
    private void trailer(MappingResult result) {
        TimeEntry source = result.source();
        result.trailerFields.put(Trailer.ACCOUNT, source.id().account().toString());
        result.trailerFields.put(Trailer.ID, source.id().id());
        EntryIdentity sent = EntryIdentity.planned(result.plain(), result.person);
        result.trailerFields.put(
                Trailer.ROW, RowDigests.of(target, capabilities, sent).toText());
        source.person().ifPresent(ref -> result.trailerFields.put(Trailer.PERSON, ref.id()));
        source.project().ifPresent(ref -> result.trailerFields.put(Trailer.PROJECT, ref.id()));
        source.task().ifPresent(ref -> result.trailerFields.put(Trailer.TASK, ref.id()));
        source.activity().ifPresent(ref -> result.trailerFields.put(Trailer.ACTIVITY, ref.id()));
        if (result.losses().containsKey(EntryField.BILLABLE) && source.billable() != Billable.UNSPECIFIED) {
            result.trailerFields.put(Trailer.BILLABLE, source.billable().name());
        }
        if (result.losses().containsKey(EntryField.TAGS) && !source.tags().isEmpty()) {
            result.trailerFields.put(
                    Trailer.TAGS,
                    String.join(
                            ",",
                            source.tags().stream().map(Trailer::escapedElement).toList()));
        }
    }
}
