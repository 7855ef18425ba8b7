/**
 * The four services as stateful fakes on loopback, for the tests of this project and for your own. They are strict
 * in what they accept, respond as the vendors document, and fail on demand. Each service has a package of its own.
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
 * <p>The simulators share no code with the clients: a mistake in common code would be on both sides and pass.
 *
 * @see <a href="{@docRoot}/../docs/simulators.html">Testing with simulators</a>
 */
@NullMarked
package dev.hourbridge.simulators;

import org.jspecify.annotations.NullMarked;
