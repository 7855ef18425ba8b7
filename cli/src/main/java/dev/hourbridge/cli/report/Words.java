package dev.hourbridge.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How reports write numbers and names. */
final class Words {
    private Words() {}

    /** {@code START} as {@code start}, {@code KEPT_IN_TRAILER} as {@code kept in trailer}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code 1 entry}, {@code 2 entries}. */
    static String entries(long count) {
        return count + (count == 1 ? " entry" : " entries");
    }

    /** Hours and minutes, and seconds where there are some: {@code 7:30}, {@code 6:19:48}. */
    static String hours(Duration duration) {
        Duration length = duration.abs();
        String text = String.format(Locale.ROOT, "%d:%02d", length.toHours(), length.toMinutesPart())
                + (length.toSecondsPart() == 0 ? "" : String.format(Locale.ROOT, ":%02d", length.toSecondsPart()));
        return duration.isNegative() ? "-" + text : text;
    }

    /** Minutes, with a fraction where there are seconds. */
    static BigDecimal minutes(Duration duration) {
        BigDecimal minutes =
                BigDecimal.valueOf(duration.toSeconds()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
        return minutes.scale() > 0 && minutes.stripTrailingZeros().scale() <= 0
                ? minutes.setScale(0)
                : minutes.stripTrailingZeros();
    }

    /** A share of 0 to 1 in percent, with one digit. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String samples(List<String> ids) {
        return ids.isEmpty() ? "" : "e.g. " + String.join(", ", ids);
    }
}
