package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** A value that a caller gave cannot be right. Thrown before any request. */
public final class InvalidInputException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Names what is wrong and how to mend it.
     *
     * @param field the field, parameter or option
     * @param kind what kind of value was given, never the value itself
     * @param remedy what to give instead
     */
    public InvalidInputException(String field, String kind, String remedy) {
        super(Failure.builder(field + ": " + kind + "; " + remedy + ".").build(), "invalid-input");
        this.field = field;
    }

    /** The field, parameter or option. */
    public String field() {
        return field;
    }
}
