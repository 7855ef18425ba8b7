/** Tests of the Teamwork client: on the wire, against samples of the vendor's, and against the simulator. */
@NullMarked
package dev.hourbridge.teamwork;

import org.jspecify.annotations.NullMarked;
