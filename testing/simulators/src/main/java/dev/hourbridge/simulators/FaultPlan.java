package dev.hourbridge.simulators;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * The faults that a simulator injects. Rules apply in the order in which they were added, and a request gets
 * at most one fault. A fault that is due for a request which already got another one is not lost: it fires
 * for the next request that meets its condition.
 *
 * <!-- with: Simulator<?> simulator -->
 * <pre>{@code
 * simulator.faults()
 *         .next(Requests.operation("create"), Fault.lostResponse())
 *         .next(Requests.operation("create"), Fault.throttled(Duration.ofSeconds(5))); // the create after it
 * }</pre>
 *
 * <p>Each simulator has its own plan. A plan is safe for use by several threads, also while requests arrive.
 */
public interface FaultPlan {
    /**
     * Gives the fault, once, to the next request that meets the condition and has no other fault. Several of
     * these rules form a queue.
     *
     * @return this plan
     */
    FaultPlan next(Predicate<? super LoggedRequest> condition, Fault fault);

    /**
     * Gives the fault, once, to the {@code n}th request from now that meets the condition. All such requests
     * count, with or without a fault.
     *
     * @param n 1 for the next request
     * @return this plan
     * @throws IllegalArgumentException if {@code n} is less than 1
     */
    FaultPlan nth(int n, Predicate<? super LoggedRequest> condition, Fault fault);

    /**
     * Gives the fault to every request that meets the condition, until {@link #clear()}.
     *
     * @return this plan
     */
    FaultPlan always(Predicate<? super LoggedRequest> condition, Fault fault);

    /**
     * Gives one of the faults to each request that meets the condition with this probability, until
     * {@link #clear()}. The same seed and the same order of requests give the same faults.
     *
     * @param probability 0 to 1
     * @param faults at least one; each is as likely as the others
     * @return this plan
     * @throws IllegalArgumentException if {@code probability} is not 0 to 1 or there is no fault
     */
    FaultPlan atRandom(long seed, double probability, Predicate<? super LoggedRequest> condition, Fault... faults);

    /**
     * Delays every response by this duration in real time, for benchmarks. Default: zero.
     *
     * @return this plan
     */
    FaultPlan latency(Duration real);

    /**
     * Removes all rules. Requests that wait for their late commit stay.
     *
     * @return this plan
     */
    FaultPlan clear();

    /** Returns the number of requests that got a fault. */
    int fired();

    /** Returns the number of requests that wait for their late commit. */
    int pendingCommits();

    /** Processes all requests that wait for their late commit, in their order. */
    void commitNow();

    /** Sends all responses that are {@linkplain Fault#held() held}. */
    void release();
}
