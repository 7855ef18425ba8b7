/**
 * A LiveTimer simulator on the loopback interface.
 *
 * @see <a href="{@docRoot}/../docs/simulators.html">Testing with simulators</a>
 */
@NullMarked
package dev.hourbridge.simulators.livetimer;

import org.jspecify.annotations.NullMarked;
