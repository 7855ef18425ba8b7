/**
 * The rules that every client must satisfy, as tests that its test class inherits.
 *
 * <!-- with: Supplier<ServiceUnderTest> simulated -->
 * <pre>{@code
 * final class AcmeConformanceTest extends TimeTrackerConformance {
 *   @Override
 *   protected ServiceUnderTest start() { return simulated.get(); }
 * }
 * }</pre>
 *
 * <p>The expected results are derived from {@link dev.hourbridge.model.TimeTracker#capabilities()}. No rule depends on
 * a particular service.
 *
 * <p>To test code that uses a {@code TimeTracker}, use {@link dev.hourbridge.conformance.InMemoryTimeTracker}, and add
 * faults with {@link dev.hourbridge.conformance.ForwardingTimeTracker}.
 *
 * @see <a href="{@docRoot}/../CONTRIBUTING.html#adding-a-service">Adding a service</a>
 */
@NullMarked
package dev.hourbridge.conformance;

import org.jspecify.annotations.NullMarked;
