package dev.hourbridge.simulators.teampulse.odata;

import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a known kind.
 *
 * <p>The kinds of the operands are checked when a node is built, so evaluating it for an item cannot fail. An
 * expression is immutable and can be evaluated for many items.
 */
public interface ODataNode<T> {
    /** Returns the type of the values. */
    ODataKind kind();

    /** Returns the value for an item. Null is a value, for example for an entry without a note. */
    @Nullable
    Object value(T item);

    /** Returns whether a condition is true for an item. Null is not true. */
    default boolean isTrue(T item) {
        return Boolean.TRUE.equals(value(item));
    }

    /** A constant of the expression. */
    record Literal<T>(ODataKind kind, @Nullable Object constant) implements ODataNode<T> {
        @Override
        public @Nullable Object value(T item) {
            return constant;
        }
    }

    /** The value of a property of the item. */
    record Property<T>(ODataField<T> field) implements ODataNode<T> {
        @Override
        public ODataKind kind() {
            return field.kind();
        }

        @Override
        public @Nullable Object value(T item) {
            return field.read().apply(item);
        }
    }

    /** The negation of a condition. The negation of a comparison with null is true. */
    record Not<T>(ODataNode<T> operand) implements ODataNode<T> {
        @Override
        public ODataKind kind() {
            return ODataKind.TRUTH;
        }

        @Override
        public Object value(T item) {
            return !operand.isTrue(item);
        }
    }

    /**
     * Two conditions, joined by {@code and} or {@code or}. The second is not evaluated if the first determines the
     * result.
     */
    record Logical<T>(boolean and, ODataNode<T> left, ODataNode<T> right) implements ODataNode<T> {
        @Override
        public ODataKind kind() {
            return ODataKind.TRUTH;
        }

        @Override
        public Object value(T item) {
            return and ? left.isTrue(item) && right.isTrue(item) : left.isTrue(item) || right.isTrue(item);
        }
    }

    /**
     * Two values of comparable kinds. Null equals only null and has no order: {@code lt}, {@code le}, {@code gt} and
     * {@code ge} with null are false.
     */
    record Comparison<T>(String operator, ODataNode<T> left, ODataNode<T> right) implements ODataNode<T> {
        @Override
        public ODataKind kind() {
            return ODataKind.TRUTH;
        }

        @Override
        public Object value(T item) {
            Object one = left.value(item);
            Object other = right.value(item);
            return switch (operator) {
                case "eq" -> Objects.equals(one, other);
                case "ne" -> !Objects.equals(one, other);
                default -> one != null && other != null && ordered(compare(one, other));
            };
        }

        private boolean ordered(int sign) {
            return switch (operator) {
                case "gt" -> sign > 0;
                case "ge" -> sign >= 0;
                case "lt" -> sign < 0;
                default -> sign <= 0;
            };
        }
    }

    /** A function of two strings, such as {@code startswith}. False if one of them is null. */
    record TextTest<T>(BiPredicate<String, String> test, ODataNode<T> first, ODataNode<T> second)
            implements ODataNode<T> {
        @Override
        public ODataKind kind() {
            return ODataKind.TRUTH;
        }

        @Override
        public Object value(T item) {
            return first.value(item) instanceof String one
                    && second.value(item) instanceof String other
                    && test.test(one, other);
        }
    }

    /** Compares values of the same kind, which the parser ensures. Strings are compared by UTF-16 code units. */
    @SuppressWarnings("unchecked")
    static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
