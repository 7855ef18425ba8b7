package dev.hourbridge.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table: a measurement, and the value with which the same run compares it.
 *
 * @param what the measurement
 * @param cells one string for each column of the section
 * @param ratio the ratio of the first cell to the second; null if they are not compared
 * @param goal the bound; null for a row without a goal
 * @param value the value that the bound applies to
 */
record Row(
        String what,
        List<String> cells,
        @Nullable Double ratio,
        @Nullable Goal goal,
        double value) {

    /** A bound and the unit of its value. A ratio has no unit. */
    record Goal(boolean atLeast, double bound, String unit) {
        static Goal atLeast(double bound) {
            return new Goal(true, bound, "");
        }

        static Goal atMost(double bound) {
            return new Goal(false, bound, "");
        }

        static Goal atMost(double bound, String unit) {
            return new Goal(false, bound, unit);
        }

        boolean isMetBy(double value) {
            return atLeast ? value >= bound : value <= bound;
        }

        @Override
        public String toString() {
            String number = unit.isEmpty() ? Double.toString(bound) : "%,.0f %s".formatted(bound, unit);
            return (atLeast ? "≥ " : "≤ ") + number;
        }
    }

    static Row of(String what, String measured, String baseline, double ratio, Goal goal) {
        return new Row(what, List.of(measured, baseline), ratio, goal, ratio);
    }

    /** Returns a row with a figure and without a goal. */
    static Row fact(String what, String measured, String baseline) {
        return new Row(what, List.of(measured, baseline), null, null, 0);
    }

    /** Returns the row in Markdown. */
    String markdown() {
        List<String> texts = new ArrayList<>();
        texts.add(what);
        texts.addAll(cells);
        texts.add(ratio == null ? "" : "%.2f".formatted(ratio));
        texts.add(goal == null ? "" : goal.toString());
        texts.add(goal == null ? "" : goal.isMetBy(value) ? "met" : "**missed**");
        return "| " + String.join(" | ", texts) + " |";
    }
}
