package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads JSON strictly into annotated types, and writes them as JSON. */
public final class Json {
    /** The content type of a JSON body, which has no charset parameter because JSON is UTF-8 (RFC 8259). */
    public static final String CONTENT_TYPE = "application/json";

    /** The factories by {@code maxResponseBytes}, of which an application has only a few values. */
    private static final Map<Long, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

    /** The limit for trees, which use several times the memory of their text. */
    private static final long SMALL = 1 << 20;

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    private static JsonMapper mapper() {
        // Only small trees are read by its factory; the parsers of the factories above check the fields themselves.
        return strict(JsonMapper.builder(factory(SMALL)
                        .rebuild()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(new SimpleModule().addSerializer(String.class, new SurrogateRejectingSerializer()))
                .withCoercionConfig(LogicalType.Textual, Json::rejectAll)
                .build();
    }

    private static JsonFactory factory(long maxBytes) {
        return JsonFactory.builder()
                .streamReadConstraints(constraints(maxBytes))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    private static StreamReadConstraints constraints(long maxBytes) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(ReadLimits.DEPTH)
                .maxNumberLength(100)
                .maxNameLength(1_000)
                .maxStringLength(ReadLimits.characters(maxBytes))
                .maxTokenCount(ReadLimits.tokens(maxBytes))
                .build();
    }

    private static JsonParser parser(ApiResponse response) throws IOException {
        JsonParser parser = new UniqueFieldsParser(
                FACTORIES.computeIfAbsent(response.maxBytes(), Json::factory).createParser(response.bytes()));
        parser.setCodec(MAPPER);
        return parser;
    }

    /** Configures a mapper to coerce nothing unless a field names a lenient reader. */
    public static <B extends MapperBuilder<?, B>> B strict(B builder) {
        builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        return builder;
    }

    private static void rejectAll(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /**
     * Reads a response.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if the response is empty, not JSON, or not of this type
     */
    public static <T> T read(ApiResponse response, Class<T> type) {
        if (response.isBlank()) {
            throw response.malformed("is empty");
        }
        if (!Utf8.isValid(response.bytes())) {
            throw response.malformed("is not valid UTF-8 text");
        }
        try (JsonParser parser = parser(response)) {
            T value = MAPPER.readerFor(type)
                    .withAttribute(ApiResponse.class, response)
                    .readValue(parser);
            if (value == null) {
                throw response.malformed("is a JSON null");
            }
            return value;
        } catch (JsonProcessingException e) {
            MalformedResponseException failure = ReadLimits.failure(response, e);
            throw failure != null ? failure : response.malformed("is not the expected JSON" + ParseLocation.of(e));
        } catch (IOException e) {
            throw response.malformed("is not valid UTF-8 text");
        }
    }

    /**
     * Reads a response as a tree, for small bodies without a fixed form; empty if it is not JSON or exceeds a limit.
     */
    public static Optional<JsonNode> tree(ApiResponse response) {
        if (!Utf8.isValid(response.bytes())) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(response.bytes())).filter(node -> !node.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads text as a tree, for JSON in a JSON string; empty if it is not JSON. */
    public static Optional<JsonNode> tree(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a body in UTF-8.
     *
     * @throws InvalidInputException if a string contains a lone surrogate
     */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("body", "text that UTF-8 cannot encode", "use complete characters");
        }
    }
}
