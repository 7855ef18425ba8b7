package dev.hourbridge.simulators;

/** What an expression stands for: String, Double, LocalDateTime, Boolean, or nothing. */
enum ODataKind {
    TEXT,
    NUMBER,
    MOMENT,
    TRUTH,
    NULL;

    boolean comparesWith(ODataKind other) {
        return this == other || this == NULL || other == NULL;
    }
}
