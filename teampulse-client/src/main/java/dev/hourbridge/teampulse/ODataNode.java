package dev.hourbridge.teampulse;

import java.util.List;
import java.util.stream.Collectors;

/** A node of a filter's expression tree. */
sealed interface ODataNode {

    /** Returns the text, not percent-encoded, with days as {@link ODataLiteral#strict()} if {@code strictDates}. */
    String text(boolean strictDates);

    /** Returns the text as an operand: in parentheses, unless precedence cannot change its meaning. */
    default String operand(boolean strictDates) {
        return "(" + text(strictDates) + ")";
    }

    /** A property compared with a constant. */
    record Comparison(String field, String operator, ODataLiteral literal) implements ODataNode {
        @Override
        public String text(boolean strictDates) {
            return field + " " + operator + " " + (strictDates ? literal.strict() : literal.text());
        }

        @Override
        public String operand(boolean strictDates) {
            return text(strictDates);
        }
    }

    /** A function call with formatted arguments: {@code substringof('API',note)}. */
    record Call(String function, List<String> arguments) implements ODataNode {
        @Override
        public String text(boolean strictDates) {
            return function + "(" + String.join(",", arguments) + ")";
        }

        @Override
        public String operand(boolean strictDates) {
            return text(strictDates);
        }
    }

    /** A conjunction of two or more operands. */
    record All(List<ODataNode> operands) implements ODataNode {
        @Override
        public String text(boolean strictDates) {
            return joined(operands, " and ", strictDates);
        }
    }

    /** A disjunction of two or more operands. */
    record Any(List<ODataNode> operands) implements ODataNode {
        @Override
        public String text(boolean strictDates) {
            return joined(operands, " or ", strictDates);
        }
    }

    /** The negation of a condition, in parentheses because {@code not} binds more tightly than a comparison. */
    record Not(ODataNode operand) implements ODataNode {
        @Override
        public String text(boolean strictDates) {
            return "not (" + operand.text(strictDates) + ")";
        }
    }

    /** A condition that the caller wrote. */
    record Raw(String text) implements ODataNode {
        @Override
        public String text(boolean strictDates) {
            return text;
        }
    }

    private static String joined(List<ODataNode> operands, String operator, boolean strictDates) {
        return operands.stream().map(operand -> operand.operand(strictDates)).collect(Collectors.joining(operator));
    }
}
