package dev.hourbridge.teampulse;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.time.LocalDate;

/** Checks fields before they are sent. */
final class Checks {
    private Checks() {}

    /**
     * Checks that the year has four digits.
     *
     * @throws InvalidInputException if it does not
     */
    static void checkDate(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new InvalidInputException("date", "a year out of bounds", "specify a year from 1 to 9999");
        }
    }

    static void checkType(String type) {
        Inputs.notBlank("type", Inputs.wellFormed("type", type), "use the name of one of the project's work types");
    }

    static void checkNote(String note) {
        Inputs.wellFormed("note", note);
    }
}
