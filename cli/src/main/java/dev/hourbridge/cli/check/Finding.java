package dev.hourbridge.cli.check;

/**
 * One line of a check. It holds no secret, name, note, address or id.
 *
 * <p>The texts are chosen here and never copied from a response, which is what makes the result fit for a bug report.
 *
 * @param side {@code source} or {@code target}
 * @param tried what was tried
 * @param result what came back
 * @param meaning what it means
 * @param level how serious it is
 */
public record Finding(String side, String tried, String result, String meaning, Level level) {
    /** How serious a finding is. */
    public enum Level {
        /** As it should be, or for information. */
        OK,
        /** Something to fix or to know that does not stop a migration. */
        WARNING,
        /** The service's total differs from its list. */
        DIFFERENT,
        /** The service could not be read this time. */
        TEMPORARY,
        /** The configuration or a credential is invalid. */
        INVALID
    }
}
