package dev.hourbridge.simulators.teamwork;

/** The documented and observed forms of Teamwork's response to a create. */
public enum TeamworkCreateResponse {
    /**
     * Status 201 with a {@code Location} that ends with the id, an {@code id} header and {@code {"timeLogId": "1"}}.
     * Every client known to work reads one of the three.
     */
    LOCATION_AND_IDS,
    /** Status 201 with a {@code Location} that ends with the id, as documented by the vendor. */
    LOCATION,
    /** Status 201 with {@code {"timeLogId": 1}}. */
    TIME_LOG_ID_NUMBER,
    /** Status 201 with {@code {"timeLogId": "1"}}. */
    TIME_LOG_ID_TEXT,
    /** Status 200 with {@code {"id": 1}}. */
    ID,
    /** Status 201 with {@code {"timeLogEntryId": "1"}}. */
    TIME_LOG_ENTRY_ID,
    /** Status 201 with {@code {"time-entry": {"id": "1"}}}. */
    TIME_ENTRY_ID,
    /** Status 201 with {@code {"time-entry": {"timeLogId": "1"}}}. */
    TIME_ENTRY_TIME_LOG_ID,
    /** Status 201 with an {@code id} header. */
    ID_HEADER,
    /** Status 201 with a body that is a JSON string containing the JSON object. */
    JSON_TEXT,
    /** Status 201 without an id. Never observed; a caller should handle it. */
    NO_ID
}
