/**
 * The HTTP settings that all clients share.
 *
 * <pre>{@code
 * HttpOptions http = HttpOptions.builder().callTimeout(Duration.ofSeconds(20)).build();
 * }</pre>
 *
 * <p>All other HTTP code is in {@code dev.hourbridge.http.internal}. Only the clients of this project use it, and it
 * may change in any version.
 *
 * @see <a href="{@docRoot}/../docs/clients.html#options">The clients</a>
 */
@NullMarked
package dev.hourbridge.http;

import org.jspecify.annotations.NullMarked;
