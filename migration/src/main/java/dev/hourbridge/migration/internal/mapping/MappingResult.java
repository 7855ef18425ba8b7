package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The result of mapping one entry of the source: the entry to create, its losses, and the ids that are missing.
 *
 * <p>The mappers of place, time and person fill it in one after the other. It is complete when no id is missing. Used
 * by one thread.
 */
public final class MappingResult {
    /** Room for one more digit in the trailer's duration: sum-preserving rounding may add a unit later. */
    private static final int HEADROOM = 2;

    private static final Set<EntryField> TRAILER_HOLDS =
            EnumSet.complementOf(EnumSet.of(EntryField.CLIENT, EntryField.INVOICE));

    final NewTimeEntry.Builder entry = NewTimeEntry.builder();

    /** The fields of the trailer, if the policy requires one. */
    final Map<String, String> trailerFields = new LinkedHashMap<>();

    String person = "";
    String group = "";
    String note = "";

    private final TimeEntry source;
    private final List<Missing> missing = new ArrayList<>();
    private final Map<EntryField, Set<LossKind>> losses = new TreeMap<>();
    private Optional<String> trailer = Optional.empty();

    /**
     * An id that the mapping must contain but does not.
     *
     * @param kind person, project, task or activity
     * @param id the source's id; an empty string if the entry has none
     * @param name the source's name for it
     */
    public record Missing(EntryField kind, String id, Optional<String> name) {}

    /**
     * Creates an empty result.
     *
     * @param source the entry, with the values that the trailer of an earlier migration retained
     */
    MappingResult(TimeEntry source) {
        this.source = source;
    }

    /** Records that the target cannot store a field unchanged. */
    void lose(EntryField field, LossKind kind) {
        losses.computeIfAbsent(field, key -> new TreeSet<>()).add(kind);
    }

    /**
     * Records that the mapping must contain an id, or that a value is required that the source does not have.
     *
     * @param id the source's id; empty if the entry has none
     * @param name the source's name for it, for the report
     */
    void need(EntryField kind, Optional<String> id, Optional<String> name) {
        missing.add(new Missing(kind, id.orElse(""), name));
    }

    /** Appends the trailer if it fits into the target's note. */
    void appendTrailer(int maxNoteLength) {
        Trailer full = new Trailer(trailerFields).withWritten(plain().workTime());
        if (full.appendedTo(note).length() + HEADROOM <= maxNoteLength) {
            trailer = Optional.of(full.appendedTo(""));
            retainInTrailer();
        }
    }

    /** Removes the losses of values in the trailer. A shortened note and a moved day are still losses. */
    private void retainInTrailer() {
        losses.forEach((field, kinds) -> {
            Set<LossKind> retained = EnumSet.of(LossKind.DROPPED, LossKind.ROUNDED);
            if (field == EntryField.NOTE || field == EntryField.START) {
                retained.add(LossKind.DEFAULTED);
            }
            if (TRAILER_HOLDS.contains(field) && kinds.removeAll(retained)) {
                kinds.add(LossKind.KEPT_IN_TRAILER);
            }
        });
    }

    /** Returns the entry of the source, with the values that a trailer of an earlier migration retained. */
    public TimeEntry source() {
        return source;
    }

    /** Returns the entry to create, with its trailer. */
    public NewTimeEntry entry() {
        String trailing = trailer.orElse("");
        String text = trailing.isEmpty() || note.isEmpty() ? note + trailing : note + "\n" + trailing;
        return plain().toBuilder().note(text).build();
    }

    /** Returns the entry to create without its trailer. */
    public NewTimeEntry plain() {
        return entry.note(note).build();
    }

    /** Returns the note without the trailer. */
    public String note() {
        return note;
    }

    /** Returns the trailer's text, if the policy requires one and it fits. */
    public Optional<String> trailer() {
        return trailer;
    }

    /** Returns the person on the target; an empty string if none is mapped. */
    public String person() {
        return person;
    }

    /** Returns the group from which canaries are chosen: the project, or else the task, or else an empty string. */
    public String group() {
        return group;
    }

    /** Returns the ids that the mapping must contain but does not. */
    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** Returns the losses for each field that the target cannot store unchanged. */
    public Map<EntryField, Set<LossKind>> losses() {
        return losses;
    }

    /** Returns whether the entry can be sent: no id is missing and no field needs input. */
    public boolean isComplete() {
        return missing.isEmpty() && losses.values().stream().noneMatch(kinds -> kinds.contains(LossKind.NEEDS_INPUT));
    }

    /** Returns whether the entry will differ from the source. */
    public boolean isLossy() {
        return losses.values().stream().flatMap(Set::stream).anyMatch(LossKind::isLoss);
    }
}
