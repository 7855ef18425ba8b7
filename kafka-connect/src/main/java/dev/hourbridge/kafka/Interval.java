package dev.hourbridge.kafka;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * A duration such as 500ms, 60s, 15m, 24h or 7d.
 *
 * <p>The unit is required, so that {@code 15} cannot be mistaken for minutes.
 */
record Interval(Duration shortest) implements ConfigDef.Validator {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    /**
     * Reads a duration.
     *
     * @param key the property, for the message
     * @throws ConfigException if the text is not in this form
     */
    static Duration parse(String key, String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new ConfigException(key, value, "Specify a number and a unit, such as 60s, 15m or 24h.");
        }
        return Duration.of(Long.parseLong(matcher.group(1)), UNITS.getOrDefault(matcher.group(2), ChronoUnit.SECONDS));
    }

    @Override
    public void ensureValid(String key, Object value) {
        if (parse(key, String.valueOf(value)).compareTo(shortest) < 0) {
            throw new ConfigException(key, value, "Specify at least " + shortest.toSeconds() + "s.");
        }
    }

    @Override
    public String toString() {
        return "at least " + shortest.toSeconds() + "s; with ms, s, m, h or d";
    }
}
