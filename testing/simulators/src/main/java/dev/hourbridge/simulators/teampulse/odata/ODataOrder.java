package dev.hourbridge.simulators.teampulse.odata;

import java.util.Comparator;
import java.util.Map;

/**
 * Reads an {@code $orderby}: properties with {@code asc} or {@code desc}, separated by commas.
 *
 * <p>Example: {@code date desc, id}. Items that are equal in all properties retain their order.
 */
public final class ODataOrder {
    private ODataOrder() {}

    /**
     * Returns an order in which null comes first.
     *
     * @throws ODataException if the text cannot be parsed
     */
    public static <T> Comparator<T> of(String text, Map<String, ODataField<T>> schema) {
        Comparator<T> order = null;
        for (String part : text.split(",", -1)) {
            String[] parts = part.trim().split(" +", -1);
            boolean descending = parts.length == 2 && parts[1].equals("desc");
            if (parts.length > 2 || (parts.length == 2 && !descending && !parts[1].equals("asc"))) {
                throw new ODataException("Syntax error in '$orderby'.");
            }
            Comparator<T> by = by(ODataParser.field(schema, parts[0]));
            by = descending ? by.reversed() : by;
            order = order == null ? by : order.thenComparing(by);
        }
        if (order == null) {
            throw new ODataException("Syntax error in '$orderby'.");
        }
        return order;
    }

    private static <T> Comparator<T> by(ODataField<T> field) {
        return (one, other) -> {
            Object left = field.read().apply(one);
            Object right = field.read().apply(other);
            if (left == null || right == null) {
                return Boolean.compare(left != null, right != null);
            }
            return ODataNode.compare(left, right);
        };
    }
}
