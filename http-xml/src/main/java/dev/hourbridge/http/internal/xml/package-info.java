/**
 * Reads and writes XML with the annotated types of {@link dev.hourbridge.http.internal.wire}, for services with an API of
 * Rails. Open to the clients of LiveTimer and Codebase only; may change in any version.
 *
 * <pre>{@code
 * EntryXml entry = Xml.read(response, "time-entry", EntryXml.class);
 * ApiRequest create = XmlBody.of("time-entry").field("duration", 60).on(request);
 * }</pre>
 *
 * <p>Document type declarations and external entities are rejected. Parser messages, which can quote the input, never
 * leave this package.
 */
@NullMarked
package dev.hourbridge.http.internal.xml;

import org.jspecify.annotations.NullMarked;
