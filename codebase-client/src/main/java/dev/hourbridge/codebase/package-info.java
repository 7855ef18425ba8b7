/**
 * A client for Codebase: time sessions, as a native API and as a {@link dev.hourbridge.model.TimeTracker}.
 *
 * <!-- with: String key -->
 * <pre>{@code
 * try (CodebaseClient codebase = CodebaseClient.builder()
 *         .account("acme").username("alice").apiKey(key).projects("website").build()) {
 *   codebase.timeSessions().list("website").forEach(session -> System.out.println(session.summary()));
 * }
 * }</pre>
 *
 * <p>Source: Codebase's "Time Tracking" page.
 *
 * @see <a href="{@docRoot}/../docs/vendors/codebase.html">Codebase</a>
 */
@NullMarked
package dev.hourbridge.codebase;

import org.jspecify.annotations.NullMarked;
