/** Services whose entries follow from their numbers: as many as one likes, and no memory for them. */
@NullMarked
package dev.hourbridge.benchmarks.services;

import org.jspecify.annotations.NullMarked;
