package dev.hourbridge.migration;

/** How much of a large test runs: a sample, or with {@code -Dhourbridge.full=true} all of it. */
final class Samples {
    private Samples() {}

    static boolean isFull() {
        return Boolean.getBoolean("hourbridge.full");
    }

    static int of(int sample, int full) {
        return isFull() ? full : sample;
    }
}
