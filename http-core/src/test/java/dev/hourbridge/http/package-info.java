/** Tests of what users of the clients set. */
@NullMarked
package dev.hourbridge.http;

import org.jspecify.annotations.NullMarked;
