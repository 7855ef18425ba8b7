package dev.hourbridge.migration;

/** How rows are marked as written by a migration, which distinguishes them from rows of other users. */
public enum Marker {
    /** Not at all. */
    NONE,
    /** With a tag; invalid for a target that stores no tags. */
    TAG,
    /** With a trailer in the note, where it fits; it also keeps what the target has no field for. */
    TRAILER
}
