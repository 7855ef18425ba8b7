package dev.hourbridge.simulators.teampulse.odata;

import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** An expression of a known kind. */
public interface ODataNode<T> {
    ODataKind kind();

    @Nullable
    Object value(T item);

    default boolean isTrue(T item) {
        return Boolean.TRUE.equals(value(item));
    }

    record Literal<T>(ODataKind kind, @Nullable Object constant) implements ODataNode<T> {
        @Override
        public @Nullable Object value(T item) {
            return constant;
        }
    }

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
