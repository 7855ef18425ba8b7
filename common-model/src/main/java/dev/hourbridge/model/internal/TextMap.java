package dev.hourbridge.model.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A map of a few texts in the order of its creation: 4 bytes a value instead of 40, since maps with the same keys share
 * them. Unmodifiable and thread-safe.
 */
public final class TextMap extends AbstractMap<String, String> {
    /** Above this size, a search through all keys takes longer than a hash table. */
    private static final int MAX_SIZE = 32;

    /** Keys seen last: the entries of a list have a few sets of them. */
    private static final AtomicReferenceArray<String[]> KEYS = new AtomicReferenceArray<>(32);

    private final String[] keys;
    private final String[] values;

    private TextMap(String[] keys, String[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** Returns an unmodifiable copy in the same order. */
    public static Map<String, String> copyOf(Map<String, String> map) {
        if (map.isEmpty()) {
            return Map.of();
        }
        if (map instanceof TextMap) {
            return map;
        }
        Builder copy = new Builder(map.size());
        map.forEach(copy::add);
        return copy.build();
    }

    /** Returns a builder with room for a number of texts; more can be added. */
    public static Builder builder(int expectedSize) {
        return new Builder(expectedSize);
    }

    /** Builds an unmodifiable map in the order of the additions. Not safe for use by several threads. */
    public static final class Builder {
        private final List<String> keys;
        private final List<String> values;

        private Builder(int expectedSize) {
            keys = new ArrayList<>(expectedSize);
            values = new ArrayList<>(expectedSize);
        }

        /** Adds a text. No key may be added twice. */
        public void add(String key, String value) {
            keys.add(key);
            values.add(value);
        }

        /** Returns the map. */
        public Map<String, String> build() {
            if (keys.isEmpty()) {
                return Map.of();
            }
            if (keys.size() > MAX_SIZE) {
                Map<String, String> map = new LinkedHashMap<>();
                for (int i = 0; i < keys.size(); i++) {
                    map.put(keys.get(i), values.get(i));
                }
                return Collections.unmodifiableMap(map);
            }
            return new TextMap(shared(keys.toArray(String[]::new)), values.toArray(String[]::new));
        }
    }

    private static String[] shared(String[] keys) {
        int slot = Arrays.hashCode(keys) & (KEYS.length() - 1);
        String[] seen = KEYS.get(slot);
        if (seen != null && Arrays.equals(seen, keys)) {
            return seen;
        }
        KEYS.set(slot, keys);
        return keys;
    }

    private int index(@Nullable Object key) {
        for (int i = 0; i < keys.length; i++) {
            if (Objects.equals(keys[i], key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        int index = index(key);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return index(key) >= 0;
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, String>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        public Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry<String, String> entry = new SimpleImmutableEntry<>(keys[next], values[next]);
            next++;
            return entry;
        }
    }
}
