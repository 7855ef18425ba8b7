package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import dev.hourbridge.http.internal.ApiResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads an element of a JSON list and converts it immediately. A list with an invalid element fails at that element,
 * and the elements of a long list are not held in two forms. Extend this class and name the subclass in {@code
 * @JsonDeserialize(contentUsing = …)}. Thread-safe.
 *
 * @param <W> the wire type
 * @param <V> the type of the value
 */
public abstract class ConvertingDeserializer<W, V> extends JsonDeserializer<V> implements ResolvableDeserializer {
    private final Class<W> wireType;

    /** Looked up only once, because a lookup in the context takes as long as several fields of an element. */
    private @Nullable JsonDeserializer<Object> reader;

    /** Creates an instance. For subclasses in a vendor module. */
    protected ConvertingDeserializer(Class<W> wireType) {
        this.wireType = wireType;
    }

    /**
     * Converts an element.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if the element does not have the expected form
     */
    protected abstract V convert(W element, ApiResponse response);

    @Override
    public final void resolve(DeserializationContext context) throws JsonMappingException {
        reader = context.findRootValueDeserializer(context.constructType(wireType));
    }

    @Override
    public final V deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Object element = Objects.requireNonNull(reader).deserialize(parser, context);
        return convert(wireType.cast(element), response(context));
    }

    @Override
    public final V getNullValue(DeserializationContext context) {
        throw response(context).malformed("has null as an element of its list");
    }

    private static ApiResponse response(DeserializationContext context) {
        return (ApiResponse) Objects.requireNonNull(context.getAttribute(ApiResponse.class));
    }
}
