/**
 * The four services as stateful fakes on loopback, for this project's tests and for yours. Strict in
 * what they accept, true to the vendors' documents in what they answer, and able to fail on command.
 *
 * <pre>{@code
 * try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
 *   liveTimer.faults().next(Requests.method("POST"), Fault.lostAnswer());
 *   client(liveTimer.url(), liveTimer.username(), liveTimer.password()).create(entry);
 * }
 * }</pre>
 *
 * <p>They share no code with the clients: a mistake would be made on both sides alike, and pass.
 */
@NullMarked
package dev.hourbridge.simulators;

import org.jspecify.annotations.NullMarked;
