/** Updates and deletions of the migration over the wire, while another user changes the same rows. */
@NullMarked
package dev.hourbridge.resilience.updates;

import org.jspecify.annotations.NullMarked;
