package dev.hourbridge.teampulse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The fields of a time entry, for filters and orders. Only {@link #DATE} was seen in use there; that the
 * others work as well is to be expected of the service's framework, not known.
 */
public final class TimeEntryFields {
    /** The entry's number. */
    public static final ODataField<Long> ID = ODataField.whole("id");
    /** The day of the work. */
    public static final ODataField<LocalDate> DATE = ODataField.date("date");
    /** The hours, kept in 32 bits: ask for a range rather than for equality. */
    public static final ODataField<BigDecimal> HOURS = ODataField.single("hours");
    /** The work type, by its name. */
    public static final ODataField<String> TYPE = ODataField.text("type");
    /** Who worked. */
    public static final ODataField<Long> USER_ID = ODataField.whole("userId");
    /** The task. */
    public static final ODataField<Long> TASK_ID = ODataField.whole("taskId");
    /** The note. */
    public static final ODataField<String> NOTE = ODataField.text("note");
    /** The week of the day, as the service counts weeks. */
    public static final ODataField<Integer> WEEK = ODataField.int32("week");
    /** The name of who made the entry. */
    public static final ODataField<String> CREATED_BY = ODataField.text("createdBy");
    /** When the entry was made, on a clock without a zone. */
    public static final ODataField<LocalDateTime> CREATED_AT = ODataField.dateTime("createdAt");
    /** The name of who changed it last. */
    public static final ODataField<String> LAST_MODIFIED_BY = ODataField.text("lastModifiedBy");
    /** When it was last changed, on a clock without a zone. */
    public static final ODataField<LocalDateTime> LAST_MODIFIED_AT = ODataField.dateTime("lastModifiedAt");

    private TimeEntryFields() {}
}
