package dev.hourbridge.migration;

/** How much of a large test runs: a sample, or with {@code -Dhourbridge.full=true} all of it. */
public final class Samples {
    private Samples() {}

    public static boolean isFull() {
        return Boolean.getBoolean("hourbridge.full");
    }

    public static int of(int sample, int full) {
        return isFull() ? full : sample;
    }
}
