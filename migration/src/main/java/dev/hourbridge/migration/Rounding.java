package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;

/**
 * How durations are rounded to the precision that the target stores. Immutable and thread-safe.
 *
 * <pre>{@code
 * Duration billed = Rounding.step(15).round(Duration.ofMinutes(50), Duration.ofMinutes(1)); // 45 minutes
 * }</pre>
 */
@AutoValue
public abstract class Rounding {
    private static final int MAX_STEP_MINUTES = 24 * 60;

    Rounding() {}

    enum Mode {
        NEAREST,
        UP,
        DOWN,
        SUM_PRESERVING
    }

    /** Rounds to the nearest unit of the target, half up. */
    public static Rounding nearest() {
        return new AutoValue_Rounding(Mode.NEAREST, 0);
    }

    /** Rounds up to the next whole unit of the target. */
    public static Rounding up() {
        return new AutoValue_Rounding(Mode.UP, 0);
    }

    /** Rounds down to a whole unit of the target. */
    public static Rounding down() {
        return new AutoValue_Rounding(Mode.DOWN, 0);
    }

    /**
     * Rounds to the nearest multiple of the given number of minutes, half up.
     *
     * @param minutes 1 to 1440
     * @throws InvalidInputException if the number is out of bounds
     */
    public static Rounding step(int minutes) {
        if (minutes < 1 || minutes > MAX_STEP_MINUTES) {
            throw new InvalidInputException(
                    "rounding", "a step out of bounds", "specify 1 to " + MAX_STEP_MINUTES + " minutes");
        }
        return new AutoValue_Rounding(Mode.NEAREST, minutes);
    }

    /**
     * Rounds each duration up or down by less than one unit of the target. The total for each person, project and month
     * is preserved to the unit.
     */
    public static Rounding sumPreserving() {
        return new AutoValue_Rounding(Mode.SUM_PRESERVING, 0);
    }

    abstract Mode mode();

    abstract int stepMinutes();

    /**
     * Rounds one duration to the unit of a target, or to the step if it is longer. With {@link #sumPreserving()}, this
     * method rounds down, and the plan then distributes the remainder.
     *
     * @param exact the duration at the source
     * @param targetUnit the smallest duration that the target stores; less than 1 second counts as 1 second
     */
    public final Duration round(Duration exact, Duration targetUnit) {
        long unit = unit(targetUnit).toSeconds();
        long floor = Math.floorDiv(exact.toSeconds(), unit) * unit;
        Duration rest = exact.minusSeconds(floor);
        boolean isUp = switch (mode()) {
            case DOWN, SUM_PRESERVING -> false;
            case UP -> !rest.isZero();
            case NEAREST -> rest.multipliedBy(2).compareTo(Duration.ofSeconds(unit)) >= 0;
        };
        return Duration.ofSeconds(isUp ? floor + unit : floor);
    }

    /** Returns the unit: every rounded duration is a multiple of it. */
    final Duration unit(Duration targetUnit) {
        return Duration.ofSeconds(Math.max(stepMinutes() * 60L, Math.max(1, targetUnit.toSeconds())));
    }

    /** Returns {@code nearest}, {@code up}, {@code down}, {@code step:15} or {@code sum-preserving}. */
    @Override
    public final String toString() {
        if (stepMinutes() > 0) {
            return "step:" + stepMinutes();
        }
        return switch (mode()) {
            case NEAREST -> "nearest";
            case UP -> "up";
            case DOWN -> "down";
            case SUM_PRESERVING -> "sum-preserving";
        };
    }
}
