@NullMarked
package dev.hourbridge.archive;

import org.jspecify.annotations.NullMarked;
