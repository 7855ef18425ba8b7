/**
 * A Codebase simulator on the loopback interface.
 *
 * @see <a href="{@docRoot}/../docs/simulators.html">Testing with simulators</a>
 */
@NullMarked
package dev.hourbridge.simulators.codebase;

import org.jspecify.annotations.NullMarked;
