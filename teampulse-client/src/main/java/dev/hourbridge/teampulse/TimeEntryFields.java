package dev.hourbridge.teampulse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The fields of a time entry, for filters and sort orders. Only {@link #DATE} is known to work in them. That the others
 * work is inferred from the service's framework.
 */
public final class TimeEntryFields {
    /** The id. */
    public static final ODataField<Long> ID = ODataField.whole("id");
    /** The day on which the work was done. */
    public static final ODataField<LocalDate> DATE = ODataField.date("date");
    /** The hours, stored in 32 bits. Use a range rather than equality. */
    public static final ODataField<BigDecimal> HOURS = ODataField.single("hours");
    /** The name of the work type. */
    public static final ODataField<String> TYPE = ODataField.text("type");
    /** The person who worked. */
    public static final ODataField<Long> USER_ID = ODataField.whole("userId");
    /** The task. */
    public static final ODataField<Long> TASK_ID = ODataField.whole("taskId");
    /** The note. */
    public static final ODataField<String> NOTE = ODataField.text("note");
    /** The week that contains the day, in the service's week numbering. */
    public static final ODataField<Integer> WEEK = ODataField.int32("week");
    /** The name of the user who created the entry. */
    public static final ODataField<String> CREATED_BY = ODataField.text("createdBy");
    /** The time of creation, without a zone. */
    public static final ODataField<LocalDateTime> CREATED_AT = ODataField.dateTime("createdAt");
    /** The name of the user who last changed the entry. */
    public static final ODataField<String> LAST_MODIFIED_BY = ODataField.text("lastModifiedBy");
    /** The time of the last change, without a zone. */
    public static final ODataField<LocalDateTime> LAST_MODIFIED_AT = ODataField.dateTime("lastModifiedAt");

    private TimeEntryFields() {}
}
