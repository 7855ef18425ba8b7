package dev.hourbridge.simulators;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * The faults that a simulator injects. Rules apply in the order in which they were added, and each request gets at most
 * one fault. If a fault is due for a request that already has another fault, it is not lost: it fires for the next
 * request that meets its condition.
 *
 * <!-- with: Simulator<?> simulator -->
 * <pre>{@code
 * simulator.faults()
 *         .next(Requests.operation("create"), Fault.lostResponse())
 *         .next(Requests.operation("create"), Fault.throttled(Duration.ofSeconds(5))); // the create after it
 * }</pre>
 *
 * <p>Each simulator has its own plan. A plan is thread-safe, even while requests arrive.
 */
public interface FaultPlan {
    /**
     * Applies the fault once, to the next request that meets the condition and has no other fault. Several such rules
     * form a queue.
     *
     * @return this plan
     */
    FaultPlan next(Predicate<? super LoggedRequest> condition, Fault fault);

    /**
     * Applies the fault once, to the {@code n}th request from now that meets the condition. All such requests count,
     * with or without a fault.
     *
     * @param n 1 for the next request
     * @return this plan
     * @throws IllegalArgumentException if {@code n} is less than 1
     */
    FaultPlan nth(int n, Predicate<? super LoggedRequest> condition, Fault fault);

    /**
     * Applies the fault to every request that meets the condition, until {@link #clear()}.
     *
     * @return this plan
     */
    FaultPlan always(Predicate<? super LoggedRequest> condition, Fault fault);

    /**
     * Applies one of the faults, with this probability, to each request that meets the condition, until {@link
     * #clear()}. The same seed and the same order of requests result in the same faults.
     *
     * @param probability 0 to 1
     * @param faults one or more faults, all equally likely
     * @return this plan
     * @throws IllegalArgumentException if {@code probability} is not between 0 and 1 or there is no fault
     */
    FaultPlan atRandom(long seed, double probability, Predicate<? super LoggedRequest> condition, Fault... faults);

    /**
     * Delays every response by this duration in real time, for benchmarks. Default: zero.
     *
     * @return this plan
     */
    FaultPlan latency(Duration real);

    /**
     * Removes all rules. Requests that wait for a late commit remain.
     *
     * @return this plan
     */
    FaultPlan clear();

    /** Returns the number of requests that got a fault. */
    int fired();

    /** Returns the number of requests that wait for a late commit. */
    int pendingCommits();

    /** Processes all requests that wait for a late commit, in order. */
    void commitNow();

    /** Sends all responses that are {@linkplain Fault#held() held}. */
    void release();
}
