/** Tests of the mapping functions that no public type reaches in isolation. */
@NullMarked
package dev.hourbridge.migration.internal.mapping;

import org.jspecify.annotations.NullMarked;
