/** Services that generate their entries from numbers: any number of entries without memory for them. */
@NullMarked
package dev.hourbridge.benchmarks.services;

import org.jspecify.annotations.NullMarked;
