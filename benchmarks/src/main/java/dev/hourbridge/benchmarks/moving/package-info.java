/** Applying a plan to services that cost nothing, so that the ledger is what is measured. */
@NullMarked
package dev.hourbridge.benchmarks.moving;

import org.jspecify.annotations.NullMarked;
