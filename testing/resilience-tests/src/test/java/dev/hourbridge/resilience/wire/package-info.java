/**
 * Servers of raw sockets, which can break any rule of HTTP at any byte.
 *
 * <pre>{@code
 * try (RawServer server = RawServer.start(connection -> {
 *     connection.readRequest();
 *     connection.write("HTTP/1.1 200 O").reset();
 * })) { ... }
 * }</pre>
 */
@NullMarked
package dev.hourbridge.resilience.wire;

import org.jspecify.annotations.NullMarked;
