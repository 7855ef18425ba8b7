package dev.hourbridge.migration;

/** How rows are marked as written by a migration, so that nobody else's row is taken for one. */
public enum Marker {
    /** Not at all. */
    NONE,
    /** With a tag; a plan for a target that keeps no tags is refused. */
    TAG,
    /** With a trailer in the note, where it fits; it also keeps what the target has no field for. */
    TRAILER
}
