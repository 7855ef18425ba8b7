/** Networks and servers that break the rules of TCP, TLS and HTTP, under each of the four clients. */
@NullMarked
package dev.hourbridge.resilience.network;

import org.jspecify.annotations.NullMarked;
