/** Many entries: whether a migration and an archive take more time per entry than with few. */
@NullMarked
package dev.hourbridge.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
