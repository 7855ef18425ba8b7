@NullMarked
package dev.hourbridge.codebase;

import org.jspecify.annotations.NullMarked;
