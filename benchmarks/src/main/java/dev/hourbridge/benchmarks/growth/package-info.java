/** Measures whether a migration and an archive take more time per entry if there are many entries. */
@NullMarked
package dev.hourbridge.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
