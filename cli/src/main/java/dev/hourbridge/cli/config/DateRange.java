package dev.hourbridge.cli.config;

import java.time.LocalDate;

/**
 * Days, both ends inclusive.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record DateRange(LocalDate first, LocalDate last) {

    static DateRange read(YamlMap section) {
        section.allowOnly("from", "to");
        LocalDate first = day(section.get("from"));
        LocalDate last = day(section.get("to"));
        if (last.isBefore(first)) {
            throw section.location("to").error("is before from; swap the two");
        }
        return new DateRange(first, last);
    }

    private static LocalDate day(YamlText text) {
        return text.parsed(LocalDate::parse, "give a day as 2007-12-31");
    }
}
