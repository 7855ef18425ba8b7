/**
 * What every client of a service must do, as tests that it inherits.
 *
 * <pre>{@code
 * final class AcmeConformanceTest extends TimeTrackerConformance {
 *   @Override
 *   protected ServiceUnderTest start() { return new SimulatedAcme(); }
 * }
 * }</pre>
 *
 * <p>What is expected is computed from {@link dev.hourbridge.model.TimeTracker#capabilities()}: no rule
 * knows a service by its name.
 */
@NullMarked
package dev.hourbridge.conformance;

import org.jspecify.annotations.NullMarked;
