package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.util.regex.Pattern;

/**
 * A time-tracking service, identified by its short name, such as {@code teamwork}. The set of services is open: a
 * module for another service defines its own constant.
 *
 * <p>Immutable and thread-safe.
 */
@AutoValue
public abstract class Service {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    Service() {}

    /**
     * Returns the service with this short name.
     *
     * @param name 1 to 32 characters: lower-case ASCII letters, digits and hyphens, beginning with a letter
     * @throws InvalidInputException if the name has any other form
     */
    public static Service of(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "service",
                    "a name that is not lower-case letters, digits and hyphens",
                    "use a name such as \"teamwork\"");
        }
        return new AutoValue_Service(name);
    }

    /** Returns the short name, in lower case. */
    public abstract String name();

    /** Returns the short name. */
    @Override
    public final String toString() {
        return name();
    }
}
