/**
 * What every client of a service must do, as tests that it inherits.
 *
 * <!-- with: Supplier<ServiceUnderTest> simulated -->
 * <pre>{@code
 * final class AcmeConformanceTest extends TimeTrackerConformance {
 *   @Override
 *   protected ServiceUnderTest start() { return simulated.get(); }
 * }
 * }</pre>
 *
 * <p>What is expected is computed from {@link dev.hourbridge.model.TimeTracker#capabilities()}: no rule
 * knows a service by its name.
 *
 * <p>For tests of code that uses a {@code TimeTracker}: {@link
 * dev.hourbridge.conformance.InMemoryTimeTracker}, and {@link dev.hourbridge.conformance.ForwardingTimeTracker} to
 * add faults to it.
 *
 * @see <a href="{@docRoot}/../CONTRIBUTING.html#adding-a-service">Adding a service</a>
 */
@NullMarked
package dev.hourbridge.conformance;

import org.jspecify.annotations.NullMarked;
