/**
 * Every reader of this project, given bytes that nobody meant: the committed corpus and seeded changes of
 * it in each build, and as long as one likes under Jazzer. See {@code docs/fuzzing.md}.
 */
@NullMarked
package dev.hourbridge.resilience.fuzz;

import org.jspecify.annotations.NullMarked;
