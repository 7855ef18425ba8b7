/** Checks both services with few requests, and states what was tried, what came back and what it means. */
@NullMarked
package dev.hourbridge.cli.check;

import org.jspecify.annotations.NullMarked;
