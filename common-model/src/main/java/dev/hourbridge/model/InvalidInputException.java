package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller passed an invalid value. Thrown before any request is sent. */
public final class InvalidInputException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;
    private final String remedy;
    private final @Nullable String option;

    /**
     * Creates an exception with the message {@code field: problem; remedy.}
     *
     * @param field the field, parameter or option
     * @param problem the kind of value that was passed, never the value itself
     * @param remedy the value to use instead
     */
    public InvalidInputException(String field, String problem, String remedy) {
        this(field, problem, remedy, remedy, null);
    }

    private InvalidInputException(
            String field, String problem, String remedy, String wholeRemedy, @Nullable String option) {
        super(Failure.builder(field + ": " + problem + "; " + wholeRemedy + ".").build(), "invalid-input");
        this.field = field;
        this.problem = problem;
        this.remedy = remedy;
        this.option = option;
    }

    /**
     * Returns an exception for a value that would be permitted by an option.
     *
     * @param field the field, parameter or option
     * @param problem the kind of value that was passed, never the value itself
     * @param remedy the value to use instead, without the option
     * @param option the name of the client option that permits the value
     */
    public static InvalidInputException unless(String field, String problem, String remedy, String option) {
        return new InvalidInputException(field, problem, remedy, remedy + ", or set " + option + "(true)", option);
    }

    /** Returns the field, parameter or option. */
    public String field() {
        return field;
    }

    /** Returns the kind of value that was passed, never the value itself. */
    public String problem() {
        return problem;
    }

    /** Returns the value to use instead. */
    public String remedy() {
        return remedy;
    }

    /** Returns the name of the option that permits the value; empty if there is none. */
    public Optional<String> option() {
        return Optional.ofNullable(option);
    }
}
