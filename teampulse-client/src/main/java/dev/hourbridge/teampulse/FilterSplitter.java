package dev.hourbridge.teampulse;

import dev.hourbridge.model.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a filter into several that together match the same rows, none of them longer than the service takes: ASP.NET caps
 * the nodes of an expression at 100, and IIS a query at 2,048 characters.
 *
 * <p>{@code and} and {@code or} both distribute over {@code or}, so alternatives may be anywhere except in a {@code not}.
 */
final class FilterSplitter {
    private static final int MAX_CONDITIONS = 20;
    private static final int MAX_ENCODED_CHARACTERS = 1_200;
    private static final int MAX_PARTS = 1_000;

    private FilterSplitter() {}

    /** Returns the parts, at least one. A row may match several of them. */
    static List<ODataFilter> of(ODataFilter filter) {
        List<ODataNode> parts = split(filter.node());
        return parts.stream().map(ODataFilter::of).toList();
    }

    private static List<ODataNode> split(ODataNode node) {
        if (node instanceof ODataNode.Any any) {
            return grouped(any.operands().stream()
                    .flatMap(operand -> split(operand).stream())
                    .toList());
        }
        return node instanceof ODataNode.All all ? product(all.operands()) : List.of(node);
    }

    private static List<ODataNode> grouped(List<ODataNode> alternatives) {
        List<ODataNode> groups = new ArrayList<>();
        List<ODataNode> group = new ArrayList<>();
        int conditions = 0;
        int characters = 0;
        for (ODataNode alternative : alternatives) {
            conditions += conditions(alternative);
            characters += encodedLength(alternative);
            if (!group.isEmpty() && (conditions > MAX_CONDITIONS || characters > MAX_ENCODED_CHARACTERS)) {
                groups.add(any(group));
                group.clear();
                conditions = conditions(alternative);
                characters = encodedLength(alternative);
            }
            group.add(alternative);
        }
        groups.add(any(group));
        return checked(groups);
    }

    private static List<ODataNode> product(List<ODataNode> operands) {
        List<List<ODataNode>> combinations = List.of(List.of());
        for (ODataNode operand : operands) {
            List<List<ODataNode>> longer = new ArrayList<>();
            List<ODataNode> parts = split(operand);
            for (List<ODataNode> combination : combinations) {
                for (ODataNode part : parts) {
                    List<ODataNode> one = new ArrayList<>(combination);
                    one.add(part);
                    longer.add(one);
                }
                checked(longer);
            }
            combinations = longer;
        }
        return combinations.stream()
                .<ODataNode>map(combination -> new ODataNode.All(List.copyOf(combination)))
                .toList();
    }

    private static <T> List<T> checked(List<T> parts) {
        if (parts.size() > MAX_PARTS) {
            throw new InvalidInputException(
                    "filter", "a filter that takes more than 1,000 requests", "use fewer values, or a range");
        }
        return parts;
    }

    private static ODataNode any(List<ODataNode> group) {
        return group.size() == 1 ? group.get(0) : new ODataNode.Any(List.copyOf(group));
    }

    private static int conditions(ODataNode node) {
        if (node instanceof ODataNode.All all) {
            return all.operands().stream().mapToInt(FilterSplitter::conditions).sum();
        }
        if (node instanceof ODataNode.Any any) {
            return any.operands().stream().mapToInt(FilterSplitter::conditions).sum();
        }
        return node instanceof ODataNode.Not not ? conditions(not.operand()) : 1;
    }

    private static int encodedLength(ODataNode node) {
        return node.text(true)
                .codePoints()
                .map(c -> Character.isLetterOrDigit(c) && c < 128 ? 1 : c < 128 ? 3 : c < 2048 ? 6 : c < 65536 ? 9 : 12)
                .sum();
    }
}
