package dev.hourbridge.cli.config;

import java.util.Optional;

/**
 * The value of one source id.
 *
 * @param target the target's id
 * @param task the target's task for entries of a project, if no other mapping gives one
 * @param isSkip whether the entries are skipped
 */
record MappingValue(Optional<String> target, Optional<String> task, boolean isSkip) {
    private static final String SKIP = "skip";

    /** Returns the value of a string: {@code skip}, or the target's id. */
    static MappingValue of(String text) {
        return text.equals(SKIP)
                ? new MappingValue(Optional.empty(), Optional.empty(), true)
                : new MappingValue(Optional.of(text), Optional.empty(), false);
    }

    /** Returns whether a string means that the entries are skipped. */
    static boolean isSkip(String text) {
        return text.equals(SKIP);
    }

    /** Returns the value for messages. */
    @Override
    public String toString() {
        if (isSkip) {
            return SKIP;
        }
        return target.map(id -> '"' + id + '"').orElse("no target")
                + task.map(id -> " with the task \"" + id + '"').orElse("");
    }
}
