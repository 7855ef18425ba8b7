package dev.hourbridge.cli.config;

import java.time.LocalDate;
import java.util.List;

/**
 * A range of days, both ends inclusive.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record DateRange(LocalDate first, LocalDate last) {
    private static final Key<LocalDate> FROM = day("from", "The first day, inclusive.");
    private static final Key<LocalDate> TO = day("to", "The last day, inclusive.");
    static final List<Key<?>> KEYS = List.of(FROM, TO);

    /**
     * Reads {@code range} with its two keys.
     *
     * @throws ConfigurationException if a day is missing or invalid, or the last day is before the first
     */
    static DateRange read(YamlMap section) {
        section.allowOnly(KEYS);
        LocalDate first = section.get(FROM);
        LocalDate last = section.get(TO);
        if (last.isBefore(first)) {
            throw section.location("to").error("is before from; swap the two days");
        }
        return new DateRange(first, last);
    }

    /** Returns the key for a day. */
    private static Key<LocalDate> day(String name, String description) {
        return Key.parsed(name, description, LocalDate::parse, "specify a day such as 2007-12-31")
                .with("type", "string")
                .with("format", "date")
                .required("");
    }
}
