/** Measures applying to services that respond immediately, so the ledger determines the result. */
@NullMarked
package dev.hourbridge.benchmarks.moving;

import org.jspecify.annotations.NullMarked;
