/** Tests of the HTTP side, over real sockets on loopback, with the clock {@link FakeTime}. */
@NullMarked
package dev.hourbridge.http.internal;

import org.jspecify.annotations.NullMarked;
