package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import java.util.List;

/**
 * The tag that marks rows written by a migration.
 *
 * <p>A tag needs no space in the note. However, it requires a service that stores tags unchanged, and a user can remove
 * it.
 */
public final class MarkerTag {
    /** The tag. */
    public static final String NAME = "hourbridge";

    private MarkerTag() {}

    /** Returns whether the tag is in the list. */
    public static boolean isIn(List<String> tags) {
        return tags.contains(NAME);
    }

    /** Returns these tags without the marker. */
    static List<String> without(List<String> tags) {
        return tags.stream().filter(tag -> !tag.equals(NAME)).toList();
    }

    /**
     * Returns whether the target stores and lists tags, so that a missing tag proves that a row was not written by a
     * migration.
     */
    public static boolean isReliable(Capabilities target) {
        return target.writable().contains(EntryField.TAGS) && target.readable().contains(EntryField.TAGS);
    }
}
