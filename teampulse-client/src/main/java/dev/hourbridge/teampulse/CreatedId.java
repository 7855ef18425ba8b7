package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the id of a new entry from the body or, if the body is empty, from the {@code Location} header, which older
 * versions are documented to send. The rest of the response is ignored: if the id is known, the entry was created.
 */
final class CreatedId extends WireType {
    private static final Pattern LOCATION =
            Pattern.compile(".*/timeentries/([1-9][0-9]{0,17})/?", Pattern.CASE_INSENSITIVE);

    @JsonProperty
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long id;

    /**
     * Returns the id from the body, or from the {@code Location} header if the body is blank.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if neither contains an id
     */
    static long of(ApiResponse response) {
        if (response.isBlank()) {
            Matcher location = LOCATION.matcher(response.header("Location").orElse(""));
            if (location.matches()) {
                return Long.parseLong(location.group(1));
            }
        }
        Long id = Json.read(response, CreatedId.class).id;
        if (id == null || id < 1) {
            throw response.malformed("has no id");
        }
        return id;
    }
}
