package dev.hourbridge.simulators.teampulse.odata;

/**
 * The type of an expression: String, Double, LocalDateTime, Boolean, or null.
 *
 * <p>TeamPulse rejects an expression whose types do not fit, such as {@code hours eq '6'}, before it reads an entry.
 */
public enum ODataKind {
    TEXT,
    NUMBER,
    MOMENT,
    TRUTH,
    NULL;

    /** Returns whether values of both kinds can be compared. Null compares with every kind. */
    boolean comparesWith(ODataKind other) {
        return this == other || this == NULL || other == NULL;
    }
}
