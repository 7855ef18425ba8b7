/** What holds of any query, page, duration, wait and secret, tried on seeded ones. */
@NullMarked
package dev.hourbridge.resilience.properties;

import org.jspecify.annotations.NullMarked;
