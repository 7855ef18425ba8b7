package dev.hourbridge.simulators.teampulse.odata;

/**
 * The type of an expression: String, Double, LocalDateTime, Boolean, or null.
 *
 * <p>TeamPulse rejects an expression with incompatible types, such as {@code hours eq '6'}, before it reads any entry.
 */
public enum ODataKind {
    TEXT,
    NUMBER,
    MOMENT,
    TRUTH,
    NULL;

    /** Returns whether values of both kinds can be compared. Null can be compared with every kind. */
    boolean comparesWith(ODataKind other) {
        return this == other || this == NULL || other == NULL;
    }
}
