@NullMarked
package dev.hourbridge.conformance;

import org.jspecify.annotations.NullMarked;
