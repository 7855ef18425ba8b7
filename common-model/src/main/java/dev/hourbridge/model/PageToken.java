package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * Names a page of a list, from which the list resumes later, also in another process: print it, and {@linkplain
 * #parse read it back}. It holds neither a secret nor an entry. Good for the same query on the same
 * account only; every other list rejects it. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class PageToken {
    PageToken() {}

    /**
     * The token that printed so.
     *
     * @throws InvalidInputException if the text is blank; that it fits the list is checked by {@link
     *     Pager#startingAt}
     */
    public static PageToken parse(String text) {
        return new AutoValue_PageToken(Inputs.notBlank("page token", text));
    }

    abstract String text();

    /** The text that {@link #parse} takes. */
    @Override
    public final String toString() {
        return text();
    }
}
