package dev.hourbridge.migration;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns an entry of the source into what is to be written on the target, and says what is lost. */
final class EntryMapper {
    static final String MARKER_TAG = "hourbridge";

    private final Account target;
    private final Capabilities capabilities;
    private final Mapping mapping;
    private final Policy policy;
    private final PlaceMapper places;
    private final TimeMapper times;
    private final List<WorkRule> rules;

    EntryMapper(Account target, Capabilities capabilities, Mapping mapping, Policy policy) {
        this.target = target;
        this.capabilities = capabilities;
        this.mapping = mapping;
        this.policy = policy;
        this.places = new PlaceMapper(target, capabilities, mapping);
        this.times = new TimeMapper(capabilities, policy);
        this.rules = new ArrayList<>(mapping.work());
        rules.sort((a, b) -> Integer.compare(b.weight(), a.weight()));
    }

    Draft map(TimeEntry raw) {
        Restored restored = Restored.of(raw, target);
        TimeEntry source = restored.entry();
        Draft draft = new Draft(source);
        @Nullable WorkRule rule = rule(source);
        person(draft, rule, restored);
        places.map(draft, rule, restored);
        activity(draft, rule, restored);
        times.map(draft);
        billable(draft);
        tags(draft);
        source.client().ifPresent(client -> draft.lose(EntryField.CLIENT, LossKind.DROPPED));
        source.invoice().ifPresent(invoice -> draft.lose(EntryField.INVOICE, LossKind.DROPPED));
        note(draft);
        if (policy.marker() == Marker.TRAILER) {
            trailer(draft);
        }
        return draft;
    }

    private @Nullable WorkRule rule(TimeEntry source) {
        for (WorkRule rule : rules) {
            if (rule.matches(
                    source.person().map(ref -> ref.id()).orElse(null),
                    source.project().map(ref -> ref.id()).orElse(null),
                    source.task().map(ref -> ref.id()).orElse(null),
                    source.activity().map(ref -> ref.id()).orElse(null))) {
                return rule;
            }
        }
        return null;
    }

    private void person(Draft draft, @Nullable WorkRule rule, Restored restored) {
        String source = draft.source.person().map(PersonRef::id).orElse(null);
        Optional<String> id = first(
                restored.direct(Trailer.PERSON),
                rule == null ? Optional.empty() : rule.toPerson(),
                Optional.ofNullable(source == null ? null : mapping.people().get(source)));
        if (id.isEmpty() && mapping.defaultPerson().isPresent()) {
            id = mapping.defaultPerson();
            draft.lose(EntryField.PERSON, LossKind.DEFAULTED);
        }
        if (id.isEmpty()) {
            draft.need(EntryField.PERSON, source, draft.source.personName());
            return;
        }
        draft.person = id.get();
        if (capabilities.writable().contains(EntryField.PERSON)) {
            draft.entry.person(PersonRef.of(target, id.get()));
        }
    }

    private void activity(Draft draft, @Nullable WorkRule rule, Restored restored) {
        String source = draft.source.activity().map(ActivityRef::id).orElse(null);
        boolean usedByRule = rule != null && rule.fromActivity().isPresent();
        if (!capabilities.writable().contains(EntryField.ACTIVITY)) {
            if (source != null) {
                draft.lose(EntryField.ACTIVITY, usedByRule ? LossKind.MAPPED : LossKind.DROPPED);
            }
            return;
        }
        Optional<String> id = first(
                restored.direct(Trailer.ACTIVITY),
                rule == null ? Optional.empty() : rule.toActivity(),
                Optional.ofNullable(source == null ? null : mapping.activities().get(source)));
        if (id.isEmpty() && mapping.defaultActivity().isPresent()) {
            id = mapping.defaultActivity();
            draft.lose(EntryField.ACTIVITY, LossKind.DEFAULTED);
        }
        if (id.isPresent()) {
            draft.entry.activity(ActivityRef.of(target, id.get()));
        } else if (capabilities.required().contains(EntryField.ACTIVITY)) {
            draft.need(EntryField.ACTIVITY, source, draft.source.activityName());
        } else if (source != null) {
            draft.lose(EntryField.ACTIVITY, usedByRule ? LossKind.MAPPED : LossKind.DROPPED);
        }
    }

    private void billable(Draft draft) {
        Billable source = draft.source.billable();
        if (!capabilities.writable().contains(EntryField.BILLABLE)) {
            if (source != Billable.UNSPECIFIED) {
                draft.lose(EntryField.BILLABLE, LossKind.DROPPED);
            }
        } else if (source != Billable.UNSPECIFIED) {
            draft.entry.billable(source);
        } else if (mapping.defaultBillable() != Billable.UNSPECIFIED) {
            draft.entry.billable(mapping.defaultBillable());
            draft.lose(EntryField.BILLABLE, LossKind.DEFAULTED);
        }
    }

    private void tags(Draft draft) {
        List<String> source = draft.source.tags();
        if (!capabilities.writable().contains(EntryField.TAGS)) {
            if (!source.isEmpty()) {
                draft.lose(EntryField.TAGS, LossKind.DROPPED);
            }
            return;
        }
        Set<String> tags = new LinkedHashSet<>();
        String separator = capabilities.tagSeparator();
        for (String tag : source) {
            String clean = separator.isEmpty() ? tag : tag.replace(separator, " ");
            clean = Notes.carried(clean, capabilities.noteCharacters()).strip();
            if (!clean.equals(tag) || !tags.add(clean)) {
                draft.lose(EntryField.TAGS, LossKind.CHANGED);
            }
            if (!clean.isEmpty()) {
                tags.add(clean);
            }
        }
        tags.remove("");
        if (policy.marker() == Marker.TAG) {
            tags.add(MARKER_TAG);
        }
        draft.entry.tags(List.copyOf(tags));
    }

    private void note(Draft draft) {
        String note = draft.source.note();
        if (!capabilities.writable().contains(EntryField.NOTE)) {
            if (!note.isBlank()) {
                draft.lose(EntryField.NOTE, LossKind.DROPPED);
            }
            return;
        }
        if (Notes.normalized(note).isEmpty() && capabilities.required().contains(EntryField.NOTE)) {
            if (mapping.defaultNote().isEmpty()) {
                draft.lose(EntryField.NOTE, LossKind.NEEDS_INPUT);
                return;
            }
            note = mapping.defaultNote().get();
            draft.trailer.put(Trailer.BLANK_NOTE, "1");
            draft.lose(EntryField.NOTE, LossKind.DEFAULTED);
        }
        String carried = Notes.carried(note, capabilities.noteCharacters());
        if (!carried.equals(note)) {
            draft.lose(EntryField.NOTE, LossKind.CHANGED);
        }
        String cut = Notes.cut(carried, capabilities.maxNoteLength().orElse(Integer.MAX_VALUE));
        if (!Notes.normalized(cut).equals(Notes.normalized(carried))) {
            draft.lose(EntryField.NOTE, LossKind.CUT);
        }
        draft.note = cut;
    }

    private void trailer(Draft draft) {
        TimeEntry source = draft.source;
        draft.trailer.put(Trailer.ACCOUNT, source.id().account().toString());
        draft.trailer.put(Trailer.ID, source.id().id());
        source.person().ifPresent(ref -> draft.trailer.put(Trailer.PERSON, ref.id()));
        source.project().ifPresent(ref -> draft.trailer.put(Trailer.PROJECT, ref.id()));
        source.task().ifPresent(ref -> draft.trailer.put(Trailer.TASK, ref.id()));
        source.activity().ifPresent(ref -> draft.trailer.put(Trailer.ACTIVITY, ref.id()));
        if (draft.losses().containsKey(EntryField.BILLABLE) && source.billable() != Billable.UNSPECIFIED) {
            draft.trailer.put(Trailer.BILLABLE, source.billable().name());
        }
        if (draft.losses().containsKey(EntryField.TAGS) && !source.tags().isEmpty()) {
            draft.trailer.put(
                    Trailer.TAGS,
                    String.join(",", source.tags().stream().map(Restored::tag).toList()));
        }
    }

    @SafeVarargs
    static Optional<String> first(Optional<String>... choices) {
        for (Optional<String> choice : choices) {
            if (choice.isPresent()) {
                return choice;
            }
        }
        return Optional.empty();
    }
}
