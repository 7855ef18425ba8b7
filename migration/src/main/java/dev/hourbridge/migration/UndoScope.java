package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rows that an undo applies to. An undo of {@link #everything()} closes the ledger. After an undo of one person's
 * rows or of some days, you can plan and apply again with the ledger, but without the undone entries. Immutable and
 * thread-safe.
 *
 * <!-- with: Migration migration -->
 * <pre>{@code
 * UndoReport report = migration.undo(UndoScope.everything().ofPerson("999"));
 * }</pre>
 */
@AutoValue
public abstract class UndoScope {
    UndoScope() {}

    /** Returns a scope with all rows. */
    public static UndoScope everything() {
        return new AutoValue_UndoScope(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns this scope, limited to the rows of one person.
     *
     * @param personId the person's id on the target
     */
    public final UndoScope ofPerson(String personId) {
        return new AutoValue_UndoScope(Optional.of(personId), firstDay(), lastDay());
    }

    /**
     * Returns this scope, limited to rows on or after a day.
     *
     * @param day the first day on the target, inclusive
     * @throws InvalidInputException if the day is after the last day
     */
    public final UndoScope from(LocalDate day) {
        return checked(new AutoValue_UndoScope(person(), Optional.of(day), lastDay()));
    }

    /**
     * Returns this scope, limited to rows on or before a day.
     *
     * @param day the last day on the target, inclusive
     * @throws InvalidInputException if the day is before the first day
     */
    public final UndoScope to(LocalDate day) {
        return checked(new AutoValue_UndoScope(person(), firstDay(), Optional.of(day)));
    }

    private static UndoScope checked(UndoScope scope) {
        if (scope.lastDay()
                .filter(last -> scope.firstDay().filter(last::isBefore).isPresent())
                .isPresent()) {
            throw new InvalidInputException("undo", "a last day before the first day", "swap the two");
        }
        return scope;
    }

    /** Returns the person's id on the target; empty for all people. */
    public abstract Optional<String> person();

    /** Returns the first day on the target; empty if there is no bound. */
    public abstract Optional<LocalDate> firstDay();

    /** Returns the last day on the target; empty if there is no bound. */
    public abstract Optional<LocalDate> lastDay();

    /** Returns whether the scope contains all rows. */
    public final boolean isEverything() {
        return person().isEmpty() && firstDay().isEmpty() && lastDay().isEmpty();
    }

    /** Returns whether a row with this person and day, both on the target, is in this scope. */
    public final boolean includes(String personId, LocalDate day) {
        return person().filter(id -> !id.equals(personId)).isEmpty()
                && firstDay().filter(day::isBefore).isEmpty()
                && lastDay().filter(day::isAfter).isEmpty();
    }
}
