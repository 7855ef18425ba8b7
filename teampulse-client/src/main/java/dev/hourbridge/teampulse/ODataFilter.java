package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A condition on the rows of a list, built from {@link ODataField} comparisons. String values are quoted, and
 * parentheses are added where precedence could change the meaning. Immutable and thread-safe.
 *
 * <pre>{@code
 * ODataFilter filter = DATE.ge(LocalDate.of(2024, 1, 1))
 *     .and(TASK_ID.in(List.of(10L, 11L)))
 *     .and(ODataFilter.substringOf("it's", NOTE).not());
 * }</pre>
 *
 * <p>{@code eq}, {@code and}, {@code or}, {@code gt}, {@code lt}, {@code substringof}, {@code startswith} and {@code
 * endswith} are documented by TeamPulse or used by known clients. {@code ne}, {@code ge}, {@code le} and {@code not}
 * are documented only by OData.
 *
 * <p>Source: the section "Filtering" of TeamPulse's developer API guide.
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

    /** Returns {@code substringof(needle, field)}, which matches if the text contains the needle. */
    public static ODataFilter substringOf(String needle, ODataField<String> field) {
        return call("substringof", ODataLiteral.text(needle).text(), field.name());
    }

    /** Returns {@code startswith(field, prefix)}. */
    public static ODataFilter startsWith(ODataField<String> field, String prefix) {
        return call("startswith", field.name(), ODataLiteral.text(prefix).text());
    }

    /** Returns {@code endswith(field, suffix)}. */
    public static ODataFilter endsWith(ODataField<String> field, String suffix) {
        return call("endswith", field.name(), ODataLiteral.text(suffix).text());
    }

    private static ODataFilter call(String function, String first, String second) {
        return of(new ODataNode.Call(function, List.of(first, second)));
    }

    /**
     * Returns a condition from an OData expression, for conditions that the typed form cannot express. The expression
     * is enclosed in parentheses when it is combined with others.
     *
     * @param text an OData expression, not percent-encoded
     * @throws InvalidInputException if the text is blank
     */
    public static ODataFilter raw(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException("filter", "blank text", "specify a condition, or omit the filter");
        }
        return of(new ODataNode.Raw(text));
    }

    /**
     * Returns the conjunction of the conditions.
     *
     * @throws InvalidInputException if there are no conditions
     */
    public static ODataFilter allOf(Collection<ODataFilter> filters) {
        return join(filters, ODataNode.All.class, ODataNode.All::operands, ODataNode.All::new);
    }

    /**
     * Returns the disjunction of the conditions. The service accepts a limited number of conditions per request, so a
     * list with more than 20 is requested in parts, one after another. Each row is returned once: a row that matches
     * two parts is returned with the first. An order applies within each part.
     *
     * @throws InvalidInputException if there are no conditions
     */
    public static ODataFilter anyOf(Collection<ODataFilter> filters) {
        return join(filters, ODataNode.Any.class, ODataNode.Any::operands, ODataNode.Any::new);
    }

    /** Joins filters, after flattening those that are joined in the same way. */
    private static <N extends ODataNode> ODataFilter join(
            Collection<ODataFilter> filters,
            Class<N> kind,
            Function<N, List<ODataNode>> operandsOf,
            Function<List<ODataNode>, N> joined) {
        if (filters.isEmpty()) {
            throw new InvalidInputException("filter", "no condition", "specify at least one");
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

    /** Returns the conjunction of this filter and another. */
    public final ODataFilter and(ODataFilter other) {
        return allOf(List.of(this, other));
    }

    /** Returns the disjunction of this filter and another. */
    public final ODataFilter or(ODataFilter other) {
        return anyOf(List.of(this, other));
    }

    /** Returns the negation of this filter. */
    public final ODataFilter not() {
        return of(new ODataNode.Not(node()));
    }

    final String text(boolean strictDates) {
        return node().text(strictDates);
    }

    /**
     * Returns the value of {@code $filter}, not percent-encoded, with days in the form that TeamPulse's documents use.
     */
    @Override
    public final String toString() {
        return text(false);
    }
}
