/** Tests of how rows of the target are matched with entries. */
@NullMarked
package dev.hourbridge.migration.internal.target;

import org.jspecify.annotations.NullMarked;
