/** Pages asked for ahead, over the two services that announce their total. */
@NullMarked
package dev.hourbridge.resilience.paging;

import org.jspecify.annotations.NullMarked;
