package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.util.Arrays;

/**
 * An order for a list: {@code date asc,id desc}. Immutable and safe for use by several threads.
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
     * Returns an order as OData text, for what the typed form cannot express.
     *
     * @param text the value of {@code $orderby}, not percent-encoded
     * @throws InvalidInputException if it is blank
     */
    public static ODataOrder raw(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("order", "blank text", "name a field, or leave the order out");
        }
        return new AutoValue_ODataOrder(text.strip());
    }

    abstract String text();

    /** Returns this order, with the other one for rows that this one leaves equal. */
    public final ODataOrder then(ODataOrder other) {
        return new AutoValue_ODataOrder(text() + "," + other.text());
    }

    /** Returns this order, made total by a unique field unless it names that field already. */
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
