/**
 * What the tests showed, as the table of {@code docs/reliability.md}. A test that tries many cases of
 * one kind records at its end how many it tried and the result of them:
 *
 * <pre>{@code
 * Evidence.of(Area.BODIES, "Teamwork page cut at every byte")
 *     .tried("each prefix of a page of three entries")
 *     .result("an exception that names the page; no entry handed on")
 *     .count(cuts);
 * }</pre>
 *
 * <p>A case is recorded only after its assertions held. The last module of the build compares the
 * rows with the page.
 */
@NullMarked
package dev.hourbridge.evidence;

import org.jspecify.annotations.NullMarked;
