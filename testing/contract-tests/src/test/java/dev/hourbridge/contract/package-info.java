/**
 * The vendor documents as a table, {@code contract.tsv}, and a test for each of its rows. A row
 * without a test fails the build; {@code target/contract-coverage.tsv} at the root lists row by row
 * which test holds it.
 */
@NullMarked
package dev.hourbridge.contract;

import org.jspecify.annotations.NullMarked;
