/** The part of OData 3 that TeamPulse documents, for its simulator only. Not for use by other code. */
@NullMarked
package dev.hourbridge.simulators.teampulse.odata;

import org.jspecify.annotations.NullMarked;
