/** The clients on older versions of the libraries that a user may have pinned. */
@NullMarked
package dev.hourbridge.resilience.libraries;

import org.jspecify.annotations.NullMarked;
