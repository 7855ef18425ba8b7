/** Tests of the engine on services in memory that fail as told. */
@NullMarked
package dev.hourbridge.migration;

import org.jspecify.annotations.NullMarked;
