@NullMarked
package dev.hourbridge.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
