/** The part of OData 3 that TeamPulse documents. It is intended only for the TeamPulse simulator. */
@NullMarked
package dev.hourbridge.simulators.teampulse.odata;

import org.jspecify.annotations.NullMarked;
