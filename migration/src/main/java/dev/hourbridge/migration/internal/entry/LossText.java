package dev.hourbridge.migration.internal.entry;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.model.EntryField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The text form of an entry's losses in a column: {@code START:DROPPED,NOTE:CUT}. */
public final class LossText {
    private LossText() {}

    /** Returns the text of losses; empty if there are none. */
    public static String of(Map<EntryField, Set<LossKind>> losses) {
        return losses.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(kind -> each.getKey() + ":" + kind))
                .collect(Collectors.joining(","));
    }

    /**
     * Reads text that {@link #of} wrote.
     *
     * @throws IllegalArgumentException if the text has another form, such as in a damaged ledger
     */
    public static Map<EntryField, Set<LossKind>> parse(String text) {
        Map<EntryField, Set<LossKind>> losses = new EnumMap<>(EntryField.class);
        if (!text.isEmpty()) {
            for (String loss : text.split(",", -1)) {
                String[] parts = loss.split(":", 2);
                if (parts.length < 2) {
                    throw new IllegalArgumentException("a loss without a kind");
                }
                losses.computeIfAbsent(EntryField.valueOf(parts[0]), field -> EnumSet.noneOf(LossKind.class))
                        .add(LossKind.valueOf(parts[1]));
            }
        }
        return losses;
    }
}
