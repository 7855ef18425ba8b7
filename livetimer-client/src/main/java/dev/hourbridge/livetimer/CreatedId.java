package dev.hourbridge.livetimer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.xml.Xml;
import dev.hourbridge.model.MalformedResponseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads only the id of a new entry from the response. If the id is known, the entry was created, regardless of the rest
 * of the response.
 */
final class CreatedId {
    private static final Pattern LOCATION = Pattern.compile(".*/time_entries/([1-9][0-9]{0,17})(\\.xml)?");

    private CreatedId() {}

    /** Returns the id from the body or, if the body has none, from the {@code Location} header that Rails sends. */
    static long of(ApiResponse response) {
        Long id = inBody(response);
        if (id != null && id > 0) {
            return id;
        }
        return response.header("Location")
                .map(LOCATION::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Long.parseLong(matcher.group(1)))
                .orElseThrow(() -> response.malformed("does not contain the id of the new entry"));
    }

    private static @Nullable Long inBody(ApiResponse response) {
        try {
            return Xml.read(response, "time-entry", Body.class).id;
        } catch (MalformedResponseException e) {
            return null;
        }
    }

    /** The body of the response, of which only the id is read. */
    static final class Body {
        @JsonProperty("id")
        @JsonDeserialize(using = LenientLongDeserializer.class)
        @Nullable
        Long id;
    }
}
