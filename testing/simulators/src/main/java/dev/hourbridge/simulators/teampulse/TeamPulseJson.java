package dev.hourbridge.simulators.teampulse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.simulators.internal.Reply;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.OptionalInt;

/**
 * Writes JSON as the service does.
 *
 * <p>Timestamps are in UTC and have no zone. Hours have as many decimals as are needed to restore the single-precision
 * value.
 */
final class TeamPulseJson {
    private static final String JSON = "application/json; charset=utf-8";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final MathContext NOISE = new MathContext(8, RoundingMode.HALF_EVEN);

    /** The format with seconds, with a fraction unless it is zero, and without a zone. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .toFormatter();

    private TeamPulseJson() {}

    /** Returns a response with a JSON body. */
    static Reply reply(int status, JsonNode body) {
        try {
            return Reply.of(status, JSON, MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns an entry with all of its fields; an absent note is null.
     *
     * @param floatNoise whether hours have single-precision rounding errors
     */
    static ObjectNode entry(StoredTeamPulseEntry entry, boolean floatNoise) {
        ObjectNode node = NODES.objectNode();
        node.put("id", entry.id());
        node.put("date", entry.date().toString());
        node.put("hours", hours(entry, floatNoise));
        node.put("type", entry.type());
        node.put("userId", entry.userId());
        node.put("taskId", entry.taskId());
        node.put("note", entry.note().orElse(null));
        node.put("week", week(entry));
        node.put("createdBy", entry.createdBy());
        node.put("createdAt", moment(entry.createdAt()));
        node.put("lastModifiedBy", entry.lastModifiedBy());
        node.put("lastModifiedAt", moment(entry.lastModifiedAt()));
        return node;
    }

    /** Returns a work type. */
    static ObjectNode type(String name) {
        return NODES.objectNode().put("name", name);
    }

    /** Returns a user, without the password. */
    static ObjectNode user(TeamPulseUser user) {
        return NODES.objectNode()
                .put("id", user.id())
                .put("name", user.username())
                .put("firstName", user.firstName())
                .put("lastName", user.lastName())
                .put("displayName", user.displayName())
                .put("email", user.username() + "@example.com");
    }

    /**
     * Returns a page. Without {@code $top} in the request, {@code top} is the size of the page, as in the vendor's
     * samples.
     */
    static ObjectNode envelope(int totalResults, OptionalInt top, OptionalInt skip, List<ObjectNode> results) {
        ObjectNode node = NODES.objectNode();
        node.put("totalResults", totalResults);
        node.put("top", top.orElse(results.size()));
        skip.ifPresent(value -> node.put("skip", value));
        ArrayNode items = node.putArray("results");
        items.addAll(results);
        return node;
    }

    /** Returns an error without a field. */
    static ObjectNode message(String message) {
        return NODES.objectNode().put("Message", message);
    }

    /** Returns a flat error: the field with its message. */
    static ObjectNode flat(String field, String message) {
        return NODES.objectNode().put("te." + field, message);
    }

    /** Returns an error for a field in the form of ASP.NET's model state. */
    static ObjectNode modelState(String field, String message) {
        ObjectNode node = message("The request is invalid.");
        node.putObject("ModelState").putArray("te." + field).add(message);
        return node;
    }

    /** Returns the week of the year according to ISO 8601. */
    static int week(StoredTeamPulseEntry entry) {
        return entry.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static BigDecimal hours(StoredTeamPulseEntry entry, boolean noise) {
        BigDecimal hours =
                noise ? new BigDecimal(entry.single()).round(NOISE) : new BigDecimal(Float.toString(entry.single()));
        BigDecimal shortest = hours.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
