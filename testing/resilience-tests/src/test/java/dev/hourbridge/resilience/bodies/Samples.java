package dev.hourbridge.resilience.bodies;

/** How much of a large test runs: a sample, or with {@code -Dhourbridge.full=true} all of it. */
final class Samples {
    private Samples() {}

    static int of(int sample, int full) {
        return Boolean.getBoolean("hourbridge.full") ? full : sample;
    }
}
