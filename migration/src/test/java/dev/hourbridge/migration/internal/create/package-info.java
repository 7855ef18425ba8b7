/** Tests of the rules by which entries are created. */
@NullMarked
package dev.hourbridge.migration.internal.create;

import org.jspecify.annotations.NullMarked;
