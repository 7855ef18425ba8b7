/** What callers may give that no service should see: ids, notes, credentials, addresses, times. */
@NullMarked
package dev.hourbridge.resilience.input;

import org.jspecify.annotations.NullMarked;
