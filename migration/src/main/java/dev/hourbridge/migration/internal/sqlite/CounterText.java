package dev.hourbridge.migration.internal.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@link ChangeCounter}'s file.
 *
 * @param changes the number of the newest change
 * @param lastSent the last time at which something was about to be sent; the epoch if there was none
 * @param ledger the path of the ledger
 * @param target the account that it writes to
 */
record CounterText(long changes, Instant lastSent, String ledger, String target) {
    private static final Pattern FIRST_LINE = Pattern.compile("(\\d{19}) (\\d{15})");

    /** Parses text; empty if it is incomplete, such as after a machine failure. */
    static Optional<CounterText> parse(String text) {
        List<String> lines = text.lines().toList();
        Matcher first = FIRST_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (lines.size() < 3 || !first.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CounterText(
                    Long.parseLong(first.group(1)),
                    Instant.ofEpochMilli(Long.parseLong(first.group(2))),
                    lines.get(1),
                    lines.get(2)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the first line, whose length is the same for all values. */
    String firstLine() {
        return String.format(Locale.ROOT, "%019d %015d", changes, Math.max(0, lastSent.toEpochMilli()));
    }

    @Override
    public String toString() {
        return firstLine() + "\n" + ledger + "\n" + target + "\n";
    }
}
