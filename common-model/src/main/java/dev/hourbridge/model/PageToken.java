package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * Identifies a page of a list, from which the list can be resumed later, even in another process: store the text form,
 * and {@linkplain #parse parse it}. It contains neither secrets nor data of entries. It is valid for the same query on
 * the same account only; other lists reject it. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class PageToken {
    PageToken() {}

    /**
     * Returns the token that a text form represents.
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
