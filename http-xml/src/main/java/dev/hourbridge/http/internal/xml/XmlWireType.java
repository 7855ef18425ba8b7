package dev.hourbridge.http.internal.xml;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** The annotations of {@link dev.hourbridge.http.internal.wire.WireType} for XML: a mix-in, never instantiated. */
abstract class XmlWireType {
    @JsonAnySetter
    @JsonDeserialize(contentUsing = XmlUnknownFieldDeserializer.class)
    abstract void keepUnknownField(String name, String value);
}
