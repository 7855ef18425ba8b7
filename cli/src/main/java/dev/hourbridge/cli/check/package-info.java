/** Checks both services with a few requests, and reports each request, its response and what the response means. */
@NullMarked
package dev.hourbridge.cli.check;

import org.jspecify.annotations.NullMarked;
