package dev.hourbridge.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table: what was measured, and what it is compared with in the same run.
 *
 * @param what what was measured
 * @param cells one text for each of the section's columns
 * @param ratio the first of them to the second; null if they are not compared
 * @param goal the bound; null for a line without a goal
 * @param value what the bound is about
 */
record Row(
        String what,
        List<String> cells,
        @Nullable Double ratio,
        @Nullable Goal goal,
        double value) {

    /** A bound, and the unit of its value; a ratio has none. */
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

    /** A line with a figure and without a goal. */
    static Row fact(String what, String measured, String baseline) {
        return new Row(what, List.of(measured, baseline), null, null, 0);
    }

    /** The line in Markdown. */
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
