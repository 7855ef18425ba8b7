package dev.hourbridge.migration;

/** How rows are marked as written by a migration, which distinguishes them from rows of other users. */
public enum Marker {
    /** Rows are not marked. */
    NONE,
    /** Rows are marked with a tag. This is invalid for a target that stores no tags. */
    TAG,
    /**
     * Rows are marked with a trailer in the note, if it fits. The trailer also retains values for which the target has
     * no field.
     */
    TRAILER
}
