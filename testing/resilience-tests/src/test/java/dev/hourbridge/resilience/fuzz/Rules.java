package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntry;
import java.util.Optional;

/** What holds of every reader. */
final class Rules {
    /** In every text of the corpus that is a payload: it must not show in a message. */
    static final String CANARY = "c4nary";

    private static final int LONGEST_MESSAGE = 1_500;

    private Rules() {}

    /** Reads, and lets through the project's own exceptions only, with messages that are fit for a log. */
    static void readable(Runnable reading) {
        try {
            reading.run();
        } catch (HourbridgeException e) {
            String message = String.valueOf(e.getMessage());
            String own = message.replace(e.serviceMessage().orElse("\n"), "");
            fitForALog(own, true);
            fitForALog(message, false);
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                fitForALog(String.valueOf(cause.getMessage()), true);
            }
        }
    }

    static void fitForALog(String message, boolean own) {
        if (message.length() > LONGEST_MESSAGE) {
            throw new AssertionError("a message of " + message.length() + " characters");
        }
        if (message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("a message with a control character");
        }
        if (own && message.contains(CANARY)) {
            throw new AssertionError("a message with what was read");
        }
    }

    /** An entry that was read is one that can be used. */
    static void whole(TimeEntry entry) {
        if (entry.workTime().duration().isNegative()) {
            throw new AssertionError("a negative duration");
        }
        if (!entry.toBuilder().build().equals(entry)) {
            throw new AssertionError("an entry that is not equal to its copy");
        }
        int year = entry.workTime().localDate().getYear();
        if (year < -1 || year > 10_000) {
            throw new AssertionError("a day of no calendar");
        }
        if (Optional.of(entry.id().id()).filter(String::isBlank).isPresent()) {
            throw new AssertionError("an entry without an id");
        }
    }

    static void same(Object written, Object read) {
        if (!written.equals(read)) {
            throw new AssertionError("what was written is not what was read");
        }
    }
}
