/**
 * Metrics for the clients' requests. Requires Micrometer, which is an optional dependency.
 *
 * @see <a href="{@docRoot}/../docs/applications.html#metrics">Inside applications</a>
 */
@NullMarked
package dev.hourbridge.http.metrics;

import org.jspecify.annotations.NullMarked;
