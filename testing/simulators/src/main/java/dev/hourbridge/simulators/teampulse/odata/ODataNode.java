package dev.hourbridge.simulators.teampulse.odata;

import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a known kind.
 *
 * <p>A node is checked when it is built: its operands have kinds that fit, so evaluating it for an item cannot fail. An
 * expression is immutable and can be evaluated for many items.
 */
public interface ODataNode<T> {
    /** Returns the type of the values. */
    ODataKind kind();

    /** Returns the value for an item; null is a value of its own, as for an entry without a note. */
    @Nullable
    Object value(T item);

    /** Returns whether a condition holds for an item. Null is not true. */
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

    /** The opposite of a condition. Not of a comparison with null is true. */
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

    /** Two conditions, with {@code and} or {@code or}. The second is not evaluated if the first decides. */
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
     * Two values of kinds that compare. Null equals null only, and has no order: {@code lt}, {@code le}, {@code gt} and
     * {@code ge} with it are false.
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

    /** A function of two texts, such as {@code startswith}. False if one of them is null. */
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

    /** Compares values of one kind, which the parser ensures; texts by their UTF-16 code units. */
    @SuppressWarnings("unchecked")
    static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
