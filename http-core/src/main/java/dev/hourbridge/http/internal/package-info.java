/**
 * The HTTP layer of the clients. Only the vendor modules use it; it may change in any release.
 *
 * <p>A call passes through {@link dev.hourbridge.http.internal.Transport}s with one task each: retry, authenticate,
 * limit, log, send. {@link dev.hourbridge.http.internal.ServiceRules} contains the differences between services. A
 * vendor module creates an {@link dev.hourbridge.http.internal.ApiClient}, sends {@link
 * dev.hourbridge.http.internal.ApiRequest}s, and reads each {@link dev.hourbridge.http.internal.ApiResponse} with
 * {@link dev.hourbridge.http.internal.wire}.
 */
@NullMarked
package dev.hourbridge.http.internal;

import org.jspecify.annotations.NullMarked;
