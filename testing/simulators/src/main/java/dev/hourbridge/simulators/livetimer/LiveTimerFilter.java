package dev.hourbridge.simulators.livetimer;

import dev.hourbridge.simulators.internal.RejectedRequestException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list and of a summary. Several values of one filter widen the result; several filters narrow it.
 *
 * <p>Example: {@code projects=28,none&users=me&start_date=20080101&utc_offset=-300}. Items are specified by ids or by
 * words: {@code none} for entries without an item, {@code active} and {@code inactive} for items with this flag, and
 * words such as {@code my_assignments} for items that are assigned to the caller.
 */
final class LiveTimerFilter {
    /** The names of all filters. */
    static final Set<String> NAMES =
            Set.of("clients", "projects", "tasks", "activities", "users", "start_date", "end_date", "utc_offset");

    /** Words for items that cannot be assigned to users. */
    private static final Set<String> PLAIN = Set.of("none", "active", "inactive");

    /** Words for items that can be assigned to users. */
    private static final Set<String> ASSIGNABLE =
            Set.of("none", "active", "inactive", "my_assignments", "my_active_assignments", "my_inactive_assignments");

    /** Words for users. Each entry has a user. */
    private static final Set<String> OF_USERS = Set.of("me", "active", "inactive");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** No offset moves an entry by more days than this. */
    private static final int DAYS_AROUND = 2;

    private final LiveTimerAccount account;
    private final LiveTimerUser caller;
    private final Map<String, String> query;
    private final boolean endDateInclusive;

    /**
     * Creates a filter.
     *
     * @param caller the user of the credentials, who may not see all entries
     * @param query the parameters by name, which may include paging parameters
     * @param endDateInclusive whether the range includes {@code end_date}
     */
    LiveTimerFilter(
            LiveTimerAccount account, LiveTimerUser caller, Map<String, String> query, boolean endDateInclusive) {
        this.account = account;
        this.caller = caller;
        this.query = query;
        this.endDateInclusive = endDateInclusive;
    }

    /** Returns the selected entries that the caller may see, in the order of their ids. */
    List<StoredLiveTimerEntry> select() {
        LocalDate first = date("start_date");
        LocalDate last = lastDay();
        Predicate<StoredLiveTimerEntry> wanted = visible()
                .and(byItem("clients", PLAIN, account::clientOf, Set.of()))
                .and(byItem("projects", ASSIGNABLE, account::projectOf, caller.projects()))
                .and(byItem("tasks", PLAIN, account::taskOf, Set.of()))
                .and(byItem("activities", ASSIGNABLE, account::activityOf, caller.activities()))
                .and(byUser())
                .and(byDate(first, last, offset()));
        return account.selections.get(
                key(),
                () -> account
                        .between(
                                first == null ? null : first.minusDays(DAYS_AROUND),
                                last == null ? null : last.plusDays(DAYS_AROUND))
                        .stream()
                        .filter(wanted)
                        .toList());
    }

    private String key() {
        StringBuilder key = new StringBuilder().append(caller.id());
        NAMES.stream().sorted().forEach(name -> key.append('&').append(query.getOrDefault(name, "-")));
        return key.toString();
    }

    private Predicate<StoredLiveTimerEntry> visible() {
        return entry -> caller.viewsReports() || entry.userId() == caller.id();
    }

    private Predicate<StoredLiveTimerEntry> byItem(
            String name,
            Set<String> keywords,
            Function<StoredLiveTimerEntry, @Nullable LiveTimerItem> itemOf,
            Set<Long> assigned) {
        List<String> values = values(name, keywords);
        return entry -> {
            LiveTimerItem item = itemOf.apply(entry);
            return values.isEmpty() || values.stream().anyMatch(value -> matches(item, value, assigned));
        };
    }

    private static boolean matches(@Nullable LiveTimerItem item, String value, Set<Long> assigned) {
        if (item == null) {
            return value.equals("none");
        }
        return switch (value) {
            case "none" -> false;
            case "active" -> item.active();
            case "inactive" -> !item.active();
            case "my_assignments" -> assigned.contains(item.id());
            case "my_active_assignments" -> item.active() && assigned.contains(item.id());
            case "my_inactive_assignments" -> !item.active() && assigned.contains(item.id());
            default -> Long.parseLong(value) == item.id();
        };
    }

    private Predicate<StoredLiveTimerEntry> byUser() {
        List<String> values = values("users", OF_USERS);
        return entry -> values.isEmpty() || values.stream().anyMatch(value -> matches(entry.userId(), value));
    }

    private boolean matches(long userId, String value) {
        LiveTimerUser user = account.users.get(userId);
        return switch (value) {
            case "me" -> userId == caller.id();
            case "active" -> user != null && user.active();
            case "inactive" -> user == null || !user.active();
            default -> Long.parseLong(value) == userId;
        };
    }

    /**
     * Returns the condition on dates. A start/end entry belongs to its day in the requested offset, a duration-only
     * entry to its date.
     */
    private static Predicate<StoredLiveTimerEntry> byDate(
            @Nullable LocalDate first, @Nullable LocalDate last, ZoneOffset offset) {
        return entry -> {
            LocalDate day = entry.startTime()
                    .map(start -> start.withOffsetSameInstant(offset).toLocalDate())
                    .or(entry::startDate)
                    .orElseThrow();
            return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
        };
    }

    private List<String> values(String name, Set<String> keywords) {
        String text = query.get(name);
        if (text == null) {
            return List.of();
        }
        List<String> values = List.of(text.split(",", -1));
        for (String value : values) {
            if (!keywords.contains(value) && !value.matches("[0-9]{1,18}")) {
                throw new RejectedRequestException(422, capitalised(name) + " is invalid");
            }
        }
        return values;
    }

    private @Nullable LocalDate lastDay() {
        LocalDate last = date("end_date");
        return last == null || endDateInclusive ? last : last.minusDays(1);
    }

    private @Nullable LocalDate date(String name) {
        String text = query.get(name);
        try {
            return text == null ? null : LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw new RejectedRequestException(422, capitalised(name) + " is invalid");
        }
    }

    private ZoneOffset offset() {
        String text = query.getOrDefault("utc_offset", "0");
        if (!text.matches("[+-]?[0-9]{1,4}") || Math.abs(Integer.parseInt(text)) > 18 * 60) {
            throw new RejectedRequestException(422, "Utc offset is invalid");
        }
        return ZoneOffset.ofTotalSeconds(Integer.parseInt(text) * 60);
    }

    private static String capitalised(String name) {
        String label = name.replace('_', ' ');
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
