package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A condition on the rows of a list, made of {@link ODataField} comparisons and joined here. What is
 * written keeps its meaning: texts are quoted, and parentheses stand wherever precedence could change
 * it. Immutable and safe for use by several threads.
 *
 * <p>{@code eq}, {@code and}, {@code or}, {@code gt}, {@code lt}, {@code substringof}, {@code
 * startswith} and {@code endswith} are documented by TeamPulse or seen in use; {@code ne}, {@code ge},
 * {@code le} and {@code not} are OData's own.
 *
 * <p>Source: "Filtering" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class ODataFilter {
    ODataFilter() {}

    static ODataFilter comparison(String field, String operator, ODataLiteral literal) {
        return of(new ODataNode.Comparison(field, operator, literal));
    }

    static ODataFilter of(ODataNode node) {
        return new AutoValue_ODataFilter(node);
    }

    /** {@code substringof(needle, field)}: the text holds the needle. */
    public static ODataFilter substringOf(String needle, ODataField<String> field) {
        return call("substringof", ODataLiteral.text(needle).text(), field.name());
    }

    /** {@code startswith(field, prefix)}. */
    public static ODataFilter startsWith(ODataField<String> field, String prefix) {
        return call("startswith", field.name(), ODataLiteral.text(prefix).text());
    }

    /** {@code endswith(field, suffix)}. */
    public static ODataFilter endsWith(ODataField<String> field, String suffix) {
        return call("endswith", field.name(), ODataLiteral.text(suffix).text());
    }

    private static ODataFilter call(String function, String first, String second) {
        return of(new ODataNode.Call(function, List.of(first, second)));
    }

    /**
     * A condition in the service's own words, for what the typed form cannot say. It is put in
     * parentheses where it is joined with others.
     *
     * @param text an OData expression, not percent-encoded
     * @throws InvalidInputException if it is blank
     */
    public static ODataFilter raw(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("filter", "a blank text", "give a condition, or leave the filter out");
        }
        return of(new ODataNode.Raw(text));
    }

    /**
     * Every one of the conditions.
     *
     * @throws InvalidInputException if there is none
     */
    public static ODataFilter allOf(Collection<ODataFilter> filters) {
        return join(filters, ODataNode.All.class, ODataNode.All::operands, ODataNode.All::new);
    }

    /**
     * One of the conditions, or more. The service takes a limited number in one request: with more than
     * twenty the list is asked for in parts, one after the other, and each row is given once. A row that
     * meets conditions of two parts comes with the first; an order holds within each part.
     *
     * @throws InvalidInputException if there is none
     */
    public static ODataFilter anyOf(Collection<ODataFilter> filters) {
        return join(filters, ODataNode.Any.class, ODataNode.Any::operands, ODataNode.Any::new);
    }

    /** Joins, and takes what is joined in the same way already apart first. */
    private static <N extends ODataNode> ODataFilter join(
            Collection<ODataFilter> filters,
            Class<N> kind,
            Function<N, List<ODataNode>> operandsOf,
            Function<List<ODataNode>, N> joined) {
        if (filters.isEmpty()) {
            throw new InvalidInputException("filter", "no condition at all", "give at least one");
        }
        List<ODataNode> operands = new ArrayList<>();
        for (ODataFilter filter : filters) {
            if (kind.isInstance(filter.node())) {
                operands.addAll(operandsOf.apply(kind.cast(filter.node())));
            } else {
                operands.add(filter.node());
            }
        }
        return of(operands.size() == 1 ? operands.get(0) : joined.apply(List.copyOf(operands)));
    }

    abstract ODataNode node();

    /** Both. */
    public final ODataFilter and(ODataFilter other) {
        return allOf(List.of(this, other));
    }

    /** Either, or both. */
    public final ODataFilter or(ODataFilter other) {
        return anyOf(List.of(this, other));
    }

    /** The contrary. */
    public final ODataFilter not() {
        return of(new ODataNode.Not(node()));
    }

    final String text(boolean strictDates) {
        return node().text(strictDates);
    }

    /** The value of {@code $filter}, not percent-encoded, with days as TeamPulse's documents show them. */
    @Override
    public final String toString() {
        return text(false);
    }
}
