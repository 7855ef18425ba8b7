/**
 * The HTTP side of the clients; open to the vendor modules only, and free to change.
 *
 * <pre>{@code
 * ApiClient api = ApiClient.builder("baseUrl", url).authentication(Authentication.basic(key, password)).rules(rules).build();
 * ApiResponse response = api.read(ApiRequest.get("time_entries", id + ".json"));
 * EntryEnvelope entry = Json.read(response, EntryEnvelope.class);
 * }</pre>
 *
 * <p>A call passes through {@link dev.hourbridge.http.internal.Transport}s with one job each: retry,
 * authenticate, limit, log, send. {@link dev.hourbridge.http.internal.ServiceRules} holds what differs
 * from service to service.
 */
@NullMarked
package dev.hourbridge.http.internal;

import org.jspecify.annotations.NullMarked;
