@NullMarked
package dev.hourbridge.benchmarks.services;

import org.jspecify.annotations.NullMarked;
