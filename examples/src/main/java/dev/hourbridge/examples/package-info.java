/**
 * Four small programs to copy. Each takes what it needs as arguments and prints what it found.
 *
 * <pre>{@code
 * HoursByProject.main(new String[] {"https://acme.teamwork.com", apiKey, "Europe/Dublin", "2024-06-03"});
 * }</pre>
 */
@NullMarked
package dev.hourbridge.examples;

import org.jspecify.annotations.NullMarked;
