package dev.hourbridge.http.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A cache of values by number, such as references by id. A recently created value is returned again, so the entries of
 * a list share it. Holds a fixed number of values, regardless of what a service returns. Thread-safe.
 *
 * @param <V> the type of the values, which must be immutable
 */
public final class NumberedValues<V> {
    private static final int BITS = 8;

    /** Distributes adjacent numbers, and multiples of a number, over all slots. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final AtomicReferenceArray<@Nullable Slot<V>> slots;
    private final int shift;
    private final LongFunction<V> maker;

    /** @param maker creates the value for a number */
    public NumberedValues(LongFunction<V> maker) {
        this(BITS, maker);
    }

    /**
     * Creates an empty cache.
     *
     * @param bits the binary logarithm of the maximum number of values
     */
    NumberedValues(int bits, LongFunction<V> maker) {
        this.slots = new AtomicReferenceArray<>(1 << bits);
        this.shift = Long.SIZE - bits;
        this.maker = maker;
    }

    private record Slot<V>(long number, V value) {}

    /** Returns the value for a number. */
    public V get(long number) {
        int index = (int) ((number * FACTOR) >>> shift);
        Slot<V> slot = slots.getAcquire(index);
        if (slot == null || slot.number != number) {
            slot = new Slot<>(number, maker.apply(number));
            slots.setRelease(index, slot);
        }
        return slot.value;
    }
}
