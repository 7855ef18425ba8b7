@NullMarked
package dev.hourbridge.benchmarks;

import org.jspecify.annotations.NullMarked;
