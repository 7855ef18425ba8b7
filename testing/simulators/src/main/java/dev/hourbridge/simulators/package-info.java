/**
 * Stateful fakes of the four services on the loopback interface, for the tests of this project and for your own tests.
 * They check requests strictly, respond as the vendors document, and fail on demand. Each service has its own package.
 *
 * <pre>{@code
 * try (LiveTimerSimulator simulator = LiveTimerSimulator.start();
 *         LiveTimerClient liveTimer = LiveTimerClient.builder()
 *                 .baseUrl(simulator.url().toString())
 *                 .login(simulator.username(), simulator.password())
 *                 .build()) {
 *     simulator.faults().next(Requests.method("GET"), Fault.reset());
 *     liveTimer.list(TimeEntryQuery.all()).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>The simulators share no code with the clients, because a mistake in shared code would affect both sides and remain
 * undetected.
 *
 * @see <a href="{@docRoot}/../docs/simulators.html">Testing with simulators</a>
 */
@NullMarked
package dev.hourbridge.simulators;

import org.jspecify.annotations.NullMarked;
