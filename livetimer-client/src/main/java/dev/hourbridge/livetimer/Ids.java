package dev.hourbridge.livetimer;

import dev.hourbridge.model.InvalidInputException;
import java.util.regex.Pattern;

/** LiveTimer's ids: whole numbers from 1. */
final class Ids {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private Ids() {}

    static long check(String field, long id) {
        if (id < 1) {
            throw new InvalidInputException(field, "a number below 1", "give the id that LiveTimer shows");
        }
        return id;
    }

    static String text(String field, long id) {
        return Long.toString(check(field, id));
    }

    /** Returns the number of an id of the common model. */
    static long parse(String field, String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw new InvalidInputException(
                    field, "an id that is not a whole number from 1", "give the id that LiveTimer shows");
        }
        return Long.parseLong(id);
    }
}
