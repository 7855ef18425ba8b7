/** The four clients and their services, alike for tests that run over all of them. */
@NullMarked
package dev.hourbridge.resilience.vendors;

import org.jspecify.annotations.NullMarked;
