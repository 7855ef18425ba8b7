package dev.hourbridge.benchmarks;

import org.jspecify.annotations.Nullable;

/** One line of the table: what was measured, and its baseline of the same run. */
record Row(
        String what,
        String measured,
        String baseline,
        @Nullable Double ratio,
        @Nullable Goal goal) {

    /** A bound on the ratio. */
    record Goal(boolean atLeast, double bound) {
        static Goal atLeast(double bound) {
            return new Goal(true, bound);
        }

        static Goal atMost(double bound) {
            return new Goal(false, bound);
        }

        boolean isMetBy(double ratio) {
            return atLeast ? ratio >= bound : ratio <= bound;
        }

        @Override
        public String toString() {
            return (atLeast ? "≥ " : "≤ ") + bound;
        }
    }

    static Row of(String what, String measured, String baseline, double ratio, Goal goal) {
        return new Row(what, measured, baseline, ratio, goal);
    }

    /** A line with a figure and without a goal. */
    static Row fact(String what, String measured, String baseline) {
        return new Row(what, measured, baseline, null, null);
    }

    /** The line in Markdown. */
    String markdown() {
        String ratioText = ratio == null ? "" : "%.2f".formatted(ratio);
        String goalText = goal == null ? "" : goal.toString();
        String verdict = ratio == null || goal == null ? "" : goal.isMetBy(ratio) ? "met" : "**missed**";
        return "| " + String.join(" | ", what, measured, baseline, ratioText, goalText, verdict) + " |";
    }
}
