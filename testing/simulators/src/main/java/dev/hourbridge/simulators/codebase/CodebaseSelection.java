package dev.hourbridge.simulators.codebase;

import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryCheck;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects the sessions of a list: those of a user between two days.
 *
 * <p>Example: {@code user=1234&from=2024-03-04&to=2024-03-11}. The vendor does not document whether the range includes
 * {@code to}, so the simulator has an option for it.
 */
final class CodebaseSelection implements Predicate<StoredCodebaseSession> {
    private static final Set<String> NAMES = Set.of("user", "from", "to");

    private final OptionalLong user;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate toExclusive;

    private CodebaseSelection(OptionalLong user, @Nullable LocalDate from, @Nullable LocalDate toExclusive) {
        this.user = user;
        this.from = from;
        this.toExclusive = toExclusive;
    }

    /** @throws RejectedRequestException with 422 if a parameter is unknown or malformed */
    static CodebaseSelection of(Call call, boolean toInclusive) {
        Map<String, String> query = QueryCheck.read(call, NAMES, 422);
        LocalDate to = date(query, "to", "To");
        return new CodebaseSelection(
                user(query), date(query, "from", "From"), to != null && toInclusive ? to.plusDays(1) : to);
    }

    /** Returns a condition for the sessions of today, of this week, or of this month. */
    static Predicate<StoredCodebaseSession> period(String operation, LocalDate today, ZoneId zone, boolean byCreation) {
        LocalDate first = switch (operation) {
            case "list-day" -> today;
            case "list-week" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "list-month" -> today.withDayOfMonth(1);
            default -> LocalDate.MIN;
        };
        LocalDate end = switch (operation) {
            case "list-day" -> first.plusDays(1);
            case "list-week" -> first.plusWeeks(1);
            case "list-month" -> first.plusMonths(1);
            default -> LocalDate.MAX;
        };
        return session -> {
            LocalDate day = byCreation ? LocalDate.ofInstant(session.createdAt(), zone) : session.sessionDate();
            return !day.isBefore(first) && day.isBefore(end);
        };
    }

    @Override
    public boolean test(StoredCodebaseSession session) {
        LocalDate day = session.sessionDate();
        return (user.isEmpty() || session.userId().equals(user))
                && (from == null || !day.isBefore(from))
                && (toExclusive == null || day.isBefore(toExclusive));
    }

    private static OptionalLong user(Map<String, String> query) {
        String text = query.get("user");
        if (text == null) {
            return OptionalLong.empty();
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new RejectedRequestException(422, "User is invalid");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static @Nullable LocalDate date(Map<String, String> query, String name, String label) {
        String text = query.get(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RejectedRequestException(422, label + " is invalid");
        }
    }
}
