/**
 * Answers that no service in its senses would give: cut, garbled, foreign, bottomless, or made to
 * make the reader fetch or print what it must not. Each gives an exception of the model that says so
 * and quotes nothing, or is read rightly; none is read as less than it is.
 */
@NullMarked
package dev.hourbridge.resilience.bodies;

import org.jspecify.annotations.NullMarked;
