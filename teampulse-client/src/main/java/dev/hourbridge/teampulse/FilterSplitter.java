package dev.hourbridge.teampulse;

import dev.hourbridge.model.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a filter into several filters that together match the same rows. None of them exceeds the service's limits:
 * ASP.NET limits an expression to 100 nodes, and IIS limits a query to 2,048 characters.
 *
 * <p>Both {@code and} and {@code or} distribute over {@code or}, so alternatives may occur anywhere except in a {@code
 * not}.
 *
 * <p>Example: if a request can have 100 conditions, a filter for 250 tasks becomes three filters, whose lists are read
 * one after another. A row that matches several parts is identified by its id and returned once.
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

    /** Returns alternatives that together match what the node matches. */
    private static List<ODataNode> split(ODataNode node) {
        if (node instanceof ODataNode.Any any) {
            return grouped(any.operands().stream()
                    .flatMap(operand -> split(operand).stream())
                    .toList());
        }
        return node instanceof ODataNode.All all ? product(all.operands()) : List.of(node);
    }

    /** Returns as few alternatives as the limits on conditions and length permit. */
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

    /** Returns the combinations of the alternatives of conditions that must all hold. */
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

    /**
     * Limits the number of parts.
     *
     * @throws InvalidInputException if a filter would take too many requests
     */
    private static <T> List<T> checked(List<T> parts) {
        if (parts.size() > MAX_PARTS) {
            throw new InvalidInputException(
                    "filter", "a filter that requires more than 1,000 requests", "use fewer values, or a range");
        }
        return parts;
    }

    private static ODataNode any(List<ODataNode> group) {
        return group.size() == 1 ? group.get(0) : new ODataNode.Any(List.copyOf(group));
    }

    /** Returns how many conditions a node has. */
    private static int conditions(ODataNode node) {
        if (node instanceof ODataNode.All all) {
            return all.operands().stream().mapToInt(FilterSplitter::conditions).sum();
        }
        if (node instanceof ODataNode.Any any) {
            return any.operands().stream().mapToInt(FilterSplitter::conditions).sum();
        }
        return node instanceof ODataNode.Not not ? conditions(not.operand()) : 1;
    }

    /** Returns how many characters a node takes in a URL. */
    private static int encodedLength(ODataNode node) {
        return node.text(true)
                .codePoints()
                .map(c -> Character.isLetterOrDigit(c) && c < 128 ? 1 : c < 128 ? 3 : c < 2048 ? 6 : c < 65536 ? 9 : 12)
                .sum();
    }
}
