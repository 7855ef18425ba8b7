package dev.hourbridge.teampulse;

import dev.hourbridge.model.InvalidInputException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Checks fields before they are sent. */
final class Checks {
    private Checks() {}

    static void checkDate(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new InvalidInputException("date", "a year out of bounds", "give a year from 1 to 9999");
        }
    }

    static void checkType(String type) {
        checkText("type", type);
        if (type.isBlank()) {
            throw new InvalidInputException("type", "a blank text", "give the name of one of the project's work types");
        }
    }

    static void checkNote(String note) {
        checkText("note", note);
    }

    private static void checkText(String field, String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(field, "half a surrogate pair", "give well-formed text");
        }
    }
}
