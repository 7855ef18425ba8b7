package dev.hourbridge.model;

/** Checks that more than one value type makes. */
final class Checks {
    private Checks() {}

    static String notBlank(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidInputException(field, "a blank text", "give a value of at least one visible character");
        }
        return value;
    }
}
