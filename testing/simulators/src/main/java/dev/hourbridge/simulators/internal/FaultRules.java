package dev.hourbridge.simulators.internal;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.FaultPlan;
import dev.hourbridge.simulators.LoggedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a fault plan and their counts.
 *
 * <p>A rule for the n-th request is spent when it fires. A request gets the fault of the first rule that has one for
 * it. The threads of the server and of a test use this class. It has its own lock, so a fault can be added while a
 * request is processed.
 */
final class FaultRules implements FaultPlan {
    private final Object lock = new Object();
    private final Runnable commitNow;
    private final IntSupplier pendingCommits;
    private final List<Rule> rules = new ArrayList<>();

    /**
     * Holds the requests with {@link Fault.Kind#HOLD}. Replaced at each release, so later requests wait for the next
     * one.
     */
    private CountDownLatch gate = new CountDownLatch(1);

    private Duration latency = Duration.ZERO;
    private int fired;

    FaultRules(Runnable commitNow, IntSupplier pendingCommits) {
        this.commitNow = commitNow;
        this.pendingCommits = pendingCommits;
    }

    private interface Rule {
        /**
         * Returns the fault for this request, or null. {@code taken} states whether the request already has another
         * fault.
         */
        @Nullable
        Fault faultFor(LoggedRequest request, boolean taken);

        /** Returns whether the rule can never fire again and should be removed. */
        boolean isSpent();
    }

    @Override
    public FaultPlan next(Predicate<? super LoggedRequest> condition, Fault fault) {
        return nth(1, condition, fault);
    }

    @Override
    public FaultPlan nth(int n, Predicate<? super LoggedRequest> condition, Fault fault) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1 but is " + n + ".");
        }
        return add(new NthRule(n, condition, fault));
    }

    @Override
    public FaultPlan always(Predicate<? super LoggedRequest> condition, Fault fault) {
        return add(new RandomRule(0, 1, condition, List.of(fault)));
    }

    @Override
    public FaultPlan atRandom(
            long seed, double probability, Predicate<? super LoggedRequest> condition, Fault... faults) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be 0 to 1 but is " + probability + ".");
        }
        if (faults.length == 0) {
            throw new IllegalArgumentException("faults must not be empty. Specify at least one fault.");
        }
        return add(new RandomRule(seed, probability, condition, List.of(faults)));
    }

    private FaultPlan add(Rule rule) {
        synchronized (lock) {
            rules.add(rule);
        }
        return this;
    }

    /** Returns the delay of every response, in real time. */
    @Override
    public FaultPlan latency(Duration real) {
        synchronized (lock) {
            latency = real;
        }
        return this;
    }

    @Override
    public FaultPlan clear() {
        synchronized (lock) {
            rules.clear();
        }
        return this;
    }

    @Override
    public int fired() {
        synchronized (lock) {
            return fired;
        }
    }

    @Override
    public int pendingCommits() {
        return pendingCommits.getAsInt();
    }

    @Override
    public void commitNow() {
        commitNow.run();
    }

    @Override
    public void release() {
        synchronized (lock) {
            gate.countDown();
            gate = new CountDownLatch(1);
        }
    }

    /** Returns the gate that opens at the next {@link #release()}. */
    CountDownLatch gate() {
        synchronized (lock) {
            return gate;
        }
    }

    Duration latency() {
        synchronized (lock) {
            return latency;
        }
    }

    /** Counts the request and returns its fault, or null. */
    @Nullable
    Fault pick(LoggedRequest request) {
        synchronized (lock) {
            Fault picked = null;
            // Every rule sees every request, so one rule does not shift the count or the random numbers of another.
            for (Iterator<Rule> each = rules.iterator(); each.hasNext(); ) {
                Rule rule = each.next();
                Fault fault = rule.faultFor(request, picked != null);
                if (rule.isSpent()) {
                    each.remove();
                }
                picked = picked == null ? fault : picked;
            }
            if (picked != null) {
                fired++;
            }
            return picked;
        }
    }

    /**
     * Fires once, at the n-th matching request.
     *
     * <p>If that request already has the fault of another rule, the rule waits for the next matching request, so no
     * planned fault is lost.
     */
    private static final class NthRule implements Rule {
        private final Predicate<? super LoggedRequest> condition;
        private final Fault fault;
        private int left;
        private boolean spent;

        NthRule(int n, Predicate<? super LoggedRequest> condition, Fault fault) {
            this.left = n;
            this.condition = condition;
            this.fault = fault;
        }

        @Override
        public @Nullable Fault faultFor(LoggedRequest request, boolean taken) {
            if (!condition.test(request)) {
                return null;
            }
            left = Math.max(0, left - 1);
            spent = left == 0 && !taken;
            return spent ? fault : null;
        }

        @Override
        public boolean isSpent() {
            return spent;
        }
    }

    /**
     * Fires for a share of the matching requests. The same seed and the same order of requests result in the same
     * faults.
     */
    private static final class RandomRule implements Rule {
        private final Random random;
        private final double probability;
        private final Predicate<? super LoggedRequest> condition;
        private final List<Fault> faults;

        RandomRule(long seed, double probability, Predicate<? super LoggedRequest> condition, List<Fault> faults) {
            this.random = new Random(seed);
            this.probability = probability;
            this.condition = condition;
            this.faults = faults;
        }

        @Override
        public @Nullable Fault faultFor(LoggedRequest request, boolean taken) {
            return condition.test(request) && random.nextDouble() < probability
                    ? faults.get(random.nextInt(faults.size()))
                    : null;
        }

        @Override
        public boolean isSpent() {
            return false;
        }
    }
}
