package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;

/** The tag that marks rows written by a migration. */
public final class MarkerTag {
    /** The tag. */
    public static final String NAME = "hourbridge";

    private MarkerTag() {}

    /** Returns whether the target stores and lists tags, so that a missing tag proves that a row is not ours. */
    public static boolean isReliable(Capabilities target) {
        return target.writable().contains(EntryField.TAGS) && target.readable().contains(EntryField.TAGS);
    }
}
