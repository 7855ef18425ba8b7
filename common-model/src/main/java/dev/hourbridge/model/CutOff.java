package dev.hourbridge.model;

/** What a walk says that is asked for more after it was closed. */
final class CutOff {
    private CutOff() {}

    static IllegalStateException failure() {
        return new IllegalStateException("The list was closed before its end.");
    }
}
