package dev.hourbridge.migration;

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
import org.jspecify.annotations.Nullable;

/** What becomes of one entry of the source, while it is worked out. */
final class Draft {
    private static final Set<EntryField> TRAILER_HOLDS =
            EnumSet.complementOf(EnumSet.of(EntryField.CLIENT, EntryField.INVOICE, EntryField.PERSON));

    final TimeEntry source;
    final NewTimeEntry.Builder entry = NewTimeEntry.builder();
    final List<Missing> missing = new ArrayList<>();

    /** What the trailer would hold, if there is to be one. */
    final Map<String, String> trailer = new LinkedHashMap<>();

    String person = "";

    /** Where canaries are taken from: the project, as far as it is known, else the task. */
    String group = "";

    String note = "";

    private final Map<EntryField, Set<LossKind>> losses = new TreeMap<>();

    /** An id that the mapping must name and does not. */
    record Missing(EntryField kind, String id, Optional<String> name) {}

    Draft(TimeEntry source) {
        this.source = source;
    }

    void lose(EntryField field, LossKind kind) {
        losses.computeIfAbsent(field, key -> new TreeSet<>()).add(kind);
    }

    /** What the trailer holds is not lost; a note cut or a day moved is. */
    void keepInTrailer() {
        losses.forEach((field, kinds) -> {
            Set<LossKind> kept = EnumSet.of(LossKind.DROPPED, LossKind.ROUNDED);
            if (field == EntryField.NOTE || field == EntryField.START) {
                kept.add(LossKind.DEFAULTED);
            }
            if (TRAILER_HOLDS.contains(field) && kinds.removeAll(kept)) {
                kinds.add(LossKind.KEPT_IN_TRAILER);
            }
        });
    }

    void need(EntryField kind, @Nullable String id, Optional<String> name) {
        missing.add(new Missing(kind, id == null ? "" : id, name));
    }

    Map<EntryField, Set<LossKind>> losses() {
        return losses;
    }

    boolean isComplete() {
        return missing.isEmpty() && losses.values().stream().noneMatch(kinds -> kinds.contains(LossKind.NEEDS_INPUT));
    }

    boolean isLossy() {
        return losses.values().stream().flatMap(Set::stream).anyMatch(LossKind::isLoss);
    }
}
