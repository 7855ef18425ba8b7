package dev.hourbridge.cli.check;

/**
 * One line of a check. Contains no secret, name, note, address or id.
 *
 * <p>The texts are predefined and never copied from a response, so the result can be attached to a bug report.
 *
 * @param side {@code source} or {@code target}
 * @param tried the attempted action
 * @param result the result of the action
 * @param meaning what the result means
 * @param level the severity
 */
public record Finding(String side, String tried, String result, String meaning, Level level) {
    /** The severity of a finding. */
    public enum Level {
        /** The result is as expected, or is for information only. */
        OK,
        /** A problem or a note that does not prevent a migration. */
        WARNING,
        /** The service's total differs from its list. */
        DIFFERENT,
        /** The service could not be read this time. */
        TEMPORARY,
        /** The configuration or the credentials are invalid. */
        INVALID
    }
}
