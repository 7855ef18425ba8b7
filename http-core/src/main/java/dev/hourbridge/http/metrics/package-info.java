/** Metrics of the clients' requests. Needs Micrometer, which is an optional dependency. */
@NullMarked
package dev.hourbridge.http.metrics;

import org.jspecify.annotations.NullMarked;
