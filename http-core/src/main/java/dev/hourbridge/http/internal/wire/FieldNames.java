package dev.hourbridge.http.internal.wire;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The field names of an object, in a table that is reused for the next object. Not thread-safe. */
final class FieldNames {
    private static final int SLOTS = 128;

    /** Above this size, names with equal hash codes could make a search long. */
    private static final int MAX_IN_TABLE = 64;

    private final @Nullable String[] names = new @Nullable String[SLOTS];

    /** The number of the object that last used each slot. */
    private final int[] usedIn = new int[SLOTS];

    private int object;
    private int size;
    private Set<String> others = Set.of();

    /** Starts a new object. */
    void clear() {
        object++;
        size = 0;
        others = Set.of();
    }

    /** Adds a name. Returns false if the object already has it. */
    boolean add(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        while (usedIn[slot] == object) {
            if (name.equals(names[slot])) {
                return false;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (size == MAX_IN_TABLE) {
            return addToOthers(name);
        }
        size++;
        usedIn[slot] = object;
        names[slot] = name;
        return true;
    }

    private boolean addToOthers(String name) {
        if (others.isEmpty()) {
            others = new HashSet<>();
        }
        return others.add(name);
    }
}
