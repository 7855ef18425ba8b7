package dev.hourbridge.simulators.teampulse.odata;

/** What an expression stands for: String, Double, LocalDateTime, Boolean, or nothing. */
public enum ODataKind {
    TEXT,
    NUMBER,
    MOMENT,
    TRUTH,
    NULL;

    boolean comparesWith(ODataKind other) {
        return this == other || this == NULL || other == NULL;
    }
}
