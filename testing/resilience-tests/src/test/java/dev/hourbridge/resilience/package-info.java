/**
 * The four clients among servers, networks and callers that misbehave. Whatever happens, an entry is
 * handed on whole or an exception says what was wrong, in bounded memory and time, and no secret shows.
 * What was tried is recorded as {@link dev.hourbridge.evidence.Evidence}.
 */
@NullMarked
package dev.hourbridge.resilience;

import org.jspecify.annotations.NullMarked;
