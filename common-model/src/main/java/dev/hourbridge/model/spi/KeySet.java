package dev.hourbridge.model.spi;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The keys of the rows read so far. Most services number their entries. A numeric key needs eight bytes, at a load of a
 * quarter to a half, so a million keys stay within 16 MiB.
 */
final class KeySet {
    private static final long FREE = -1;
    private static final long SEED;
    private static final long FIRST_FACTOR;
    private static final long SECOND_FACTOR;

    static {
        SecureRandom random = new SecureRandom();
        SEED = random.nextLong();
        FIRST_FACTOR = random.nextLong() | 1;
        SECOND_FACTOR = random.nextLong() | 1;
    }

    private final Set<String> texts = new HashSet<>();
    private long[] numbers = filled(16);
    private int count;
    private long probes;

    /** Adds a key. Returns false if it was already present. */
    boolean add(String key) {
        long number = number(key);
        return number == FREE ? texts.add(key) : addNumber(number);
    }

    boolean contains(String key) {
        long number = number(key);
        return number == FREE ? texts.contains(key) : numbers[slot(number)] != FREE;
    }

    void addAll(KeySet other) {
        texts.addAll(other.texts);
        for (long number : other.numbers) {
            if (number != FREE) {
                addNumber(number);
            }
        }
    }

    int size() {
        return count + texts.size();
    }

    /** Returns the number of occupied slots that were skipped so far. */
    long probes() {
        return probes;
    }

    private boolean addNumber(long number) {
        int slot = slot(number);
        if (numbers[slot] != FREE) {
            return false;
        }
        numbers[slot] = number;
        count++;
        if (count * 2 > numbers.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] old = numbers;
        numbers = filled(old.length * 2);
        for (long number : old) {
            if (number != FREE) {
                numbers[slot(number)] = number;
            }
        }
    }

    private int slot(long number) {
        int mask = numbers.length - 1;
        int slot = (int) mixed(number) & mask;
        while (numbers[slot] != FREE && numbers[slot] != number) {
            slot = (slot + 1) & mask;
            probes++;
        }
        return slot;
    }

    /** Twice multiplied by what a server cannot know, or it could choose ids that all want one slot. */
    private static long mixed(long number) {
        long mixed = (number ^ SEED) * FIRST_FACTOR;
        mixed = (mixed ^ mixed >>> 32) * SECOND_FACTOR;
        return mixed ^ mixed >>> 32;
    }

    private static long[] filled(int length) {
        long[] slots = new long[length];
        Arrays.fill(slots, FREE);
        return slots;
    }

    /** Returns the number that prints as the key, so that "7" and "07" stay two keys; FREE if there is none. */
    private static long number(String key) {
        int length = key.length();
        if (length == 0 || length > 18 || (length > 1 && key.charAt(0) == '0')) {
            return FREE;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return FREE;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
