package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * Identifies a page from which a list can be resumed later, even in another process. To resume later, store the text
 * form, and {@linkplain #parse parse it} then. A token contains neither secrets nor entry data. It is valid only for
 * the same query on the same account; other lists reject it. Immutable and thread-safe.
 */
@AutoValue
public abstract class PageToken {
    PageToken() {}

    /**
     * Returns the token with this text form.
     *
     * @throws InvalidInputException if the text is blank; {@link Pager#startingAt} checks that it belongs to the list
     */
    public static PageToken parse(String text) {
        return new AutoValue_PageToken(Inputs.notBlank("page token", text));
    }

    abstract String text();

    /** Returns the text form, which {@link #parse} reads. */
    @Override
    public final String toString() {
        return text();
    }
}
