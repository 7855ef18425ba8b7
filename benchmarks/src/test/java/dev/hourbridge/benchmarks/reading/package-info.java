@NullMarked
package dev.hourbridge.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
