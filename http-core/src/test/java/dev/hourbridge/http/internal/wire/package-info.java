/** Tests of reading and writing, over the wire. */
@NullMarked
package dev.hourbridge.http.internal.wire;

import org.jspecify.annotations.NullMarked;
