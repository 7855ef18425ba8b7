/**
 * One create is one POST. Servers do everything with it but answer, over fresh connections and over a
 * pool of warm ones; what arrived is counted by them, not by the client.
 */
@NullMarked
package dev.hourbridge.resilience.creates;

import org.jspecify.annotations.NullMarked;
