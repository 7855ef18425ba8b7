/** Tests of the HTTP side, over real sockets on loopback. Time is told and waited by {@link FakeTime}. */
@NullMarked
package dev.hourbridge.http.internal;

import org.jspecify.annotations.NullMarked;
