package dev.hourbridge.resilience;

/** How much of a large test runs: a sample, or with {@code -Dhourbridge.full=true} all of it. */
public final class Samples {
    private Samples() {}

    public static int of(int sample, int full) {
        return Boolean.getBoolean("hourbridge.full") ? full : sample;
    }
}
