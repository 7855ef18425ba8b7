package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.util.Arrays;

/**
 * A sort order for a list, such as {@code date asc,id desc}. Immutable and thread-safe.
 *
 * <p>Source: "Filtering" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class ODataOrder {
    ODataOrder() {}

    static ODataOrder by(String name, String direction) {
        return new AutoValue_ODataOrder(name + " " + direction);
    }

    /**
     * Returns an order from OData text, for orders that the typed form cannot express.
     *
     * @param text the value of {@code $orderby}, not percent-encoded
     * @throws InvalidInputException if the text is blank
     */
    public static ODataOrder raw(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("order", "blank text", "specify a field, or omit the order");
        }
        return new AutoValue_ODataOrder(text.strip());
    }

    abstract String text();

    /** Returns this order, followed by the other order for rows that are equal in this one. */
    public final ODataOrder then(ODataOrder other) {
        return new AutoValue_ODataOrder(text() + "," + other.text());
    }

    /** Returns this order, made total by a unique field unless it already includes that field. */
    final ODataOrder madeTotalBy(String field) {
        boolean named = Arrays.stream(text().split(",", -1))
                .anyMatch(term -> term.strip().split("\\s+", 2)[0].equalsIgnoreCase(field));
        return named ? this : then(by(field, "asc"));
    }

    /** Returns the value of {@code $orderby}, not percent-encoded. */
    @Override
    public final String toString() {
        return text();
    }
}
