/**
 * A Teamwork simulator on the loopback interface.
 *
 * @see <a href="{@docRoot}/../docs/simulators.html">Testing with simulators</a>
 */
@NullMarked
package dev.hourbridge.simulators.teamwork;

import org.jspecify.annotations.NullMarked;
