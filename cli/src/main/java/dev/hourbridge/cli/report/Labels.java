package dev.hourbridge.cli.report;

import dev.hourbridge.cli.service.Services;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.model.EntryField;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Formats numbers and names for reports.
 *
 * <p>A state or verdict has the same word in every report. Numbers and durations have one format each.
 */
public final class Labels {
    /** A smaller share would be shown as 0. */
    private static final double LEAST_SHARE = 0.0005;

    private static final int MAX_VALUE_CHARACTERS = 200;

    private Labels() {}

    /** Returns {@code START} as {@code start} and {@code IN_DOUBT} as {@code in doubt}; programs read these words. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the state of an entry in words. */
    static String label(EntryState state) {
        return switch (state) {
            case PLANNED -> "to be sent";
            case INTENT -> "about to be sent";
            case CREATED -> "created";
            case REJECTED -> "rejected";
            case IN_DOUBT -> "in doubt";
            case RECOVERED -> "found after a lost response";
            case ADOPTED -> "existed before, adopted";
            case VERIFIED -> "verified";
            case UNDONE -> "undone";
            case DELETED -> "deleted, as at the source";
        };
    }

    /** Returns the state of a change in words. */
    static String label(ChangeState state) {
        return switch (state) {
            case PLANNED -> "to be carried out";
            case INTENT -> "about to be sent";
            case IN_DOUBT -> "in doubt";
            case CONFLICT -> "conflict: left unchanged on the target";
            case DIFFERENT -> "differed when read back";
            case REJECTED -> "rejected by the target";
            case REPORTED -> "reported only";
            case NOT_UPDATABLE -> "the target cannot update it";
            case NOT_VISIBLE -> "no longer visible at the source";
            case RETAINED -> "left unchanged on the target, as decided";
        };
    }

    /** Returns whether the user decides on a change in this state. */
    static boolean needsDecision(ChangeState state) {
        return state == ChangeState.CONFLICT || state == ChangeState.DIFFERENT || state == ChangeState.REJECTED;
    }

    /** Returns the verdict on a row, as text for the user. */
    static String label(Verdict verdict) {
        return switch (verdict) {
            case SAME -> "the same";
            case SAME_WITH_LOSS -> "the same except for declared losses";
            case DIFFERENT -> "different from the plan";
            case MISSING -> "missing on the target";
            case EXTRA -> "created by this migration, but no longer planned";
            case UNRELATED -> "created by other users on the same days; unchanged, listed in the report";
            case POSSIBLE_DUPLICATE -> "possible duplicate";
            case UNREADABLE -> "could not be read";
            case SOURCE_CHANGED -> "changed at the source since the plan";
        };
    }

    /** Returns what happens to a field, as a sentence. */
    static String explained(LossKind kind) {
        return switch (kind) {
            case DROPPED -> "The target cannot store it, or it is not mapped: it is omitted.";
            case CUT -> "It is shortened to the length that the target stores.";
            case CHANGED -> "Characters that the target cannot store are replaced.";
            case ROUNDED -> "It is rounded to the target's unit.";
            case MOVED -> "It falls on a different day in the target's zone.";
            case AMBIGUOUS ->
                "It starts in an hour that a clock change repeats, and the target cannot distinguish the two.";
            case DEFAULTED -> "The source has no mapped value, so a default is used.";
            case MAPPED -> "A rule uses it to determine another field.";
            case KEPT_IN_TRAILER -> "It is retained in a trailer in the note, from which it can be restored.";
            case NEEDS_INPUT ->
                "The target requires it, and neither the source nor a default provides it. You must decide.";
        };
    }

    /**
     * Returns what an entry loses, with the original value: {@code activity dropped: Drawing (16), duration rounded
     * from 6:19:48}.
     */
    static String losses(EntryReport entry, Names sourceNames) {
        return entry.losses().stream()
                .map(loss -> of(loss.field()) + " " + of(loss.kind())
                        + loss.sourceValue()
                                .map(value -> introduction(loss.kind()) + valueOf(loss.field(), value, sourceNames))
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    /** Returns the text between the kind of a loss and the source's value. */
    private static String introduction(LossKind kind) {
        return switch (kind) {
            case DROPPED, CUT, KEPT_IN_TRAILER, AMBIGUOUS, NEEDS_INPUT -> ": ";
            case CHANGED, ROUNDED, MOVED, DEFAULTED, MAPPED -> " from ";
        };
    }

    /** Returns a value for the user, truncated: an id with its name, or a note in quotation marks. */
    private static String valueOf(EntryField field, String value, Names sourceNames) {
        return TerminalText.cut(
                switch (field) {
                    case PERSON, PROJECT, TASK, ACTIVITY, CLIENT -> sourceNames.shown(field, value);
                    case NOTE -> "\"" + value + "\"";
                    default -> value;
                },
                MAX_VALUE_CHARACTERS);
    }

    /** Returns {@code teamwork:acme.teamwork.com} as {@code Teamwork (acme.teamwork.com)}. */
    static String account(String account) {
        int colon = account.indexOf(':');
        String service = account.substring(0, Math.max(0, colon));
        String name = Services.displayName(service);
        return name.isEmpty() ? account : name + " (" + account.substring(colon + 1) + ")";
    }

    /** Returns {@code 1 entry} or {@code 2 entries}. */
    public static String entries(long count) {
        return count + (count == 1 ? " entry" : " entries");
    }

    /** Returns a time to the second, in UTC: {@code 2024-01-31 17:05:09 UTC}. */
    static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", " UTC");
    }

    /** Returns hours and minutes, with seconds if there are any: {@code 7:30}, {@code 6:19:48}. */
    static String hours(Duration duration) {
        Duration length = Duration.ofSeconds(duration.abs().plusMillis(500).toSeconds());
        String text = String.format(Locale.ROOT, "%d:%02d", length.toHours(), length.toMinutesPart())
                + (length.toSecondsPart() == 0 ? "" : String.format(Locale.ROOT, ":%02d", length.toSecondsPart()));
        return duration.isNegative() && !length.isZero() ? "-" + text : text;
    }

    /** Returns the seconds, with a fraction if the source has one. */
    static BigDecimal seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toSeconds())
                .add(BigDecimal.valueOf(duration.toNanosPart(), 9))
                .stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /** Returns a share from 0 to 1 as a percentage with one decimal place. */
    static String percent(double share) {
        return share > 0 && share < LEAST_SHARE ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Returns some ids as examples; an empty string for none. */
    static String samples(List<String> ids) {
        return ids.isEmpty() ? "" : "e.g. " + String.join(", ", ids);
    }
}
