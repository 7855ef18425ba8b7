package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryParameter;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a read. Undocumented parameters are rejected.
 *
 * <p>Example: {@code fromdate=20240304&fromtime=09:00&todate=20240310&userId=999&sortorder=DESC}. Dates and times are
 * in the account's local time; {@code updatedAfterDate} is in UTC.
 */
final class TeamworkQuery {
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Existing clients use more than one spelling of these. */
    private static final Set<String> ANY_CASE =
            Set.of("fromdate", "fromtime", "todate", "totime", "sortby", "sortorder");

    private final Map<String, String> values = new TreeMap<>();
    private final ZoneId zone;

    /**
     * Reads the parameters of a request.
     *
     * @param known the names of the parameters that this operation has
     * @throws RejectedRequestException with 400 if a parameter is unknown or occurs twice
     */
    TeamworkQuery(Call call, Set<String> known, ZoneId zone) {
        this.zone = zone;
        for (QueryParameter parameter : call.query()) {
            String lower = parameter.name().toLowerCase(Locale.ROOT);
            String name = ANY_CASE.contains(lower) ? lower : parameter.name();
            if (!known.contains(name)) {
                throw new RejectedRequestException(400, "Unknown parameter " + parameter.name());
            }
            if (values.put(name, parameter.value()) != null) {
                throw new RejectedRequestException(400, "Parameter " + parameter.name() + " occurs twice");
            }
        }
    }

    /** Returns all parameters except the page, as a key of the selection. */
    String selectionKey() {
        Map<String, String> key = new TreeMap<>(values);
        key.remove("page");
        key.remove("pageSize");
        return key.toString();
    }

    /** Returns the inclusive start: the start of the given day or minute; null for no bound. */
    @Nullable
    Instant from() {
        return moment("fromdate", "fromtime", LocalTime.MIN, 0);
    }

    /** Returns the exclusive end: the end of the given day or minute. */
    @Nullable
    Instant end() {
        return moment("todate", "totime", LocalTime.of(23, 59), 1);
    }

    /**
     * Returns a time in the account's zone.
     *
     * @param otherwise the time for a date that is given without one
     * @param plusMinutes 1 for the end, which includes the minute that it names
     */
    private @Nullable Instant moment(String dateName, String timeName, LocalTime otherwise, int plusMinutes) {
        String date = values.get(dateName);
        String time = values.get(timeName);
        if (date == null) {
            if (time != null) {
                throw invalid(timeName);
            }
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(date, DATE);
            if (time == null && plusMinutes > 0) {
                return day.plusDays(1).atStartOfDay(zone).toInstant();
            }
            LocalDateTime local = day.atTime(time == null ? otherwise : LocalTime.parse(time, TIME));
            return local.plusMinutes(plusMinutes).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw invalid(dateName);
        }
    }

    /** Returns an id, or empty if the id is absent or 0, which means all. */
    OptionalLong id(String name) {
        String text = values.get(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        long id = number(name, text);
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** Returns the ids of a comma-separated list; empty if it is absent. */
    Set<Long> ids(String name) {
        String text = values.get(name);
        Set<Long> ids = new TreeSet<>();
        if (text != null) {
            Arrays.stream(text.split(",", -1)).forEach(id -> ids.add(number(name, id)));
        }
        return ids;
    }

    /**
     * Returns a word from a fixed set.
     *
     * @param otherwise the value if the parameter is absent
     * @throws RejectedRequestException with 400 for another word
     */
    String oneOf(String name, String otherwise, String... choices) {
        String text = values.getOrDefault(name, otherwise);
        if (!text.equals(otherwise) && !List.of(choices).contains(text)) {
            throw invalid(name);
        }
        return text;
    }

    /**
     * Returns a whole number of 1 or more.
     *
     * @throws RejectedRequestException with 400 for 0, a number that is too large, or other text
     */
    int positive(String name, int otherwise) {
        String text = values.get(name);
        long number = text == null ? otherwise : number(name, text);
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw invalid(name);
        }
        return (int) number;
    }

    /** Returns the time after which entries must have changed; empty if it is absent. */
    Optional<Instant> updatedAfter() {
        try {
            return Optional.ofNullable(values.get("updatedAfterDate"))
                    .map(text -> LocalDateTime.parse(text, DATE_TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw invalid("updatedAfterDate");
        }
    }

    private static long number(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw invalid(name);
        }
        return Long.parseLong(text);
    }

    private static RejectedRequestException invalid(String name) {
        return new RejectedRequestException(400, "Invalid value for " + name);
    }
}
