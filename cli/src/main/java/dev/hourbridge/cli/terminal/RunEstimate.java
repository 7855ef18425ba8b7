package dev.hourbridge.cli.terminal;

import dev.hourbridge.migration.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Estimates how much of a whole run is complete and how long the rest takes, based on the pace of the current stage and
 * the usual cost of the later stages. Not thread-safe.
 */
public final class RunEstimate {
    private static final double NANOS = 1e9;

    /**
     * The stages of a run, with the cost per entry: a list request returns hundreds of entries, a create request
     * handles one.
     */
    public enum Stage {
        /** Plan reads the source. */
        PLAN_SOURCE(1),
        /** Plan reads the target. */
        PLAN_TARGET(1),
        /** Apply reads the target. */
        BASELINE(1),
        /** Apply creates entries. */
        SEND(30),
        /** Verify reads the target. */
        VERIFY(2),
        /** Undo deletes entries. */
        UNDO(30);

        private final int cost;

        /**
         * Creates a stage.
         *
         * @param cost the time per entry, relative to other stages
         */
        Stage(int cost) {
            this.cost = cost;
        }

        /** Returns whether this stage is part of a plan. */
        private boolean isOfPlan() {
            return this == PLAN_SOURCE || this == PLAN_TARGET;
        }

        /** Returns whether this stage includes a phase of the engine. */
        private boolean covers(Progress.Phase phase) {
            return switch (phase) {
                case READING_SOURCE -> this == PLAN_SOURCE;
                case READING_TARGET -> this == PLAN_TARGET || this == BASELINE;
                case CANARY, WRITING, UPDATING -> this == SEND;
                case VERIFYING -> this == VERIFY;
                case UNDOING -> this == UNDO;
                case SETTLING, THROTTLED -> false;
            };
        }

        /** Returns the stages from the plan to its verification. */
        public static Stage[] migration() {
            return new Stage[] {PLAN_SOURCE, PLAN_TARGET, BASELINE, SEND, VERIFY};
        }
    }

    private final List<Stage> stages;
    private OptionalLong entries = OptionalLong.empty();
    private int current;
    private double fraction;
    private long stageStart;

    /** Creates an estimate for a run with these stages, in this order. */
    RunEstimate(List<Stage> stages) {
        this.stages = List.copyOf(stages);
    }

    /**
     * Sets the number of entries in the recorded plan, for stages that do not know it themselves. The stages of a plan
     * are complete at this point: apply reads the target again, possibly after waiting for the user's confirmation.
     */
    void expect(long count) {
        entries = OptionalLong.of(count);
        while (current < stages.size() - 1 && stages.get(current).isOfPlan()) {
            current++;
            fraction = 0;
            stageStart = 0;
        }
    }

    /** Records progress at a time in nanoseconds. */
    void update(Progress progress, long now) {
        int index = indexOf(progress.phase());
        if (index < 0) {
            return;
        }
        if (index > current || stageStart == 0) {
            current = index;
            fraction = 0;
            stageStart = now;
        }
        OptionalLong total = progress.total().isPresent() ? progress.total() : entries;
        if (total.orElse(0) > 0) {
            fraction = Math.min(1, (double) progress.done() / total.getAsLong());
        }
    }

    /**
     * Returns the index of the stage of a phase, starting at the current stage; -1 for a wait, which can be part of any
     * stage.
     */
    private int indexOf(Progress.Phase phase) {
        for (int i = current; i < stages.size(); i++) {
            if (stages.get(i).covers(phase)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns how much of the whole run is complete, from 0 to 1. */
    double done() {
        double before = cost(stages.subList(0, current));
        double all = cost(stages);
        return all == 0 ? 0 : (before + fraction * stages.get(current).cost) / all;
    }

    /** Returns how long the rest of the whole run takes; empty while the pace of the current stage is unknown. */
    Optional<Duration> left(long now) {
        long elapsed = now - stageStart;
        if (fraction <= 0 || elapsed <= 0) {
            return Optional.empty();
        }
        double stage = elapsed / NANOS / fraction;
        double later = stage / stages.get(current).cost * cost(stages.subList(current + 1, stages.size()));
        return Optional.of(Duration.ofSeconds(Math.round(stage * (1 - fraction) + later)));
    }

    private static double cost(List<Stage> stages) {
        return stages.stream().mapToInt(stage -> stage.cost).sum();
    }
}
