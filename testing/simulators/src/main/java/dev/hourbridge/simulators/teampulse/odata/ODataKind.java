package dev.hourbridge.simulators.teampulse.odata;

/** The type of an expression: String, Double, LocalDateTime, Boolean, or null. */
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
