/**
 * The HTTP side of the clients. Only the modules of the vendors use it; it may change in any version.
 *
 * <p>A call passes through {@link dev.hourbridge.http.internal.Transport}s with one job each: retry, authenticate, limit,
 * log, send. {@link dev.hourbridge.http.internal.ServiceRules} contains the differences between services. A vendor module
 * creates an {@link dev.hourbridge.http.internal.ApiClient}, sends {@link dev.hourbridge.http.internal.ApiRequest}s, and
 * reads each {@link dev.hourbridge.http.internal.ApiResponse} with {@link dev.hourbridge.http.internal.wire}.
 */
@NullMarked
package dev.hourbridge.http.internal;

import org.jspecify.annotations.NullMarked;
