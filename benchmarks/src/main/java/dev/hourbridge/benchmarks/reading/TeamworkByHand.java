package dev.hourbridge.benchmarks.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a page of Teamwork's list with handwritten code for Jackson's streaming parser, and with plain databind. */
public final class TeamworkByHand {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Account account;

    /** Creates a reader of this account's entries. */
    public TeamworkByHand(Account account) {
        this.account = account;
    }

    private record RowsOfAPage(
            @JsonProperty("time-entries") List<TeamworkRow> rows,

            @JsonProperty("STATUS") String status) {}

    /** Reads into records with databind, then maps them. */
    public List<TimeEntry> databind(byte[] body) throws IOException {
        List<TimeEntry> entries = new ArrayList<>();
        for (TeamworkRow row : MAPPER.readValue(body, RowsOfAPage.class).rows()) {
            entries.add(row.toEntry(account));
        }
        return entries;
    }

    /** Reads token by token. */
    public List<TimeEntry> streaming(byte[] body) throws IOException {
        List<TimeEntry> entries = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (!name.equals("time-entries")) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entries.add(entry(parser));
                }
            }
        }
        return entries;
    }

    private TimeEntry entry(JsonParser parser) throws IOException {
        @Nullable String[] f = new @Nullable String[38];
        List<TeamworkRow.Tag> tags = List.of();
        List<TeamworkRow.Tag> taskTags = List.of();
        Map<String, String> unknown = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "id" -> f[0] = text(parser, value);
                case "project-id" -> f[1] = text(parser, value);
                case "project-name" -> f[2] = text(parser, value);
                case "project-status" -> f[3] = text(parser, value);
                case "company-id" -> f[4] = text(parser, value);
                case "company-name" -> f[5] = text(parser, value);
                case "person-id" -> f[6] = text(parser, value);
                case "person-first-name" -> f[7] = text(parser, value);
                case "person-last-name" -> f[8] = text(parser, value);
                case "todo-list-id" -> f[9] = text(parser, value);
                case "todo-list-name" -> f[10] = text(parser, value);
                case "todo-item-id" -> f[11] = text(parser, value);
                case "todo-item-name" -> f[12] = text(parser, value);
                case "description" -> f[13] = text(parser, value);
                case "date" -> f[14] = text(parser, value);
                case "dateUserPerspective" -> f[15] = text(parser, value);
                case "has-start-time" -> f[16] = text(parser, value);
                case "hours" -> f[17] = text(parser, value);
                case "minutes" -> f[18] = text(parser, value);
                case "hoursDecimal" -> f[19] = text(parser, value);
                case "isbillable" -> f[20] = text(parser, value);
                case "isbilled" -> f[21] = text(parser, value);
                case "invoiceNo" -> f[22] = text(parser, value);
                case "invoiceStatus" -> f[23] = text(parser, value);
                case "tags" -> tags = tags(parser);
                case "createdAt" -> f[25] = text(parser, value);
                case "updated-date" -> f[26] = text(parser, value);
                case "tasklistId" -> f[27] = text(parser, value);
                case "parentTaskId" -> f[28] = text(parser, value);
                case "parentTaskName" -> f[29] = text(parser, value);
                case "task-tags" -> taskTags = tags(parser);
                case "taskEstimatedTime" -> f[31] = text(parser, value);
                case "taskIsPrivate" -> f[32] = text(parser, value);
                case "taskIsSubTask" -> f[33] = text(parser, value);
                case "ticket-id" -> f[34] = text(parser, value);
                case "userDeleted" -> f[35] = text(parser, value);
                case "canEdit" -> f[36] = text(parser, value);
                case "avatarUrl" -> f[37] = text(parser, value);
                default -> unknown.put(name, whatever(parser, value));
            }
        }
        TeamworkRow row = new TeamworkRow(
                f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12], f[13], f[14], f[15],
                f[16], f[17], f[18], f[19], f[20], f[21], f[22], f[23], tags, f[25], f[26], f[27], f[28], f[29],
                taskTags, f[31], f[32], f[33], f[34], f[35], f[36], f[37], Map.of());
        Map<String, String> extras = row.extras();
        extras.putAll(unknown);
        return row.toEntry(account, extras);
    }

    private static @Nullable String text(JsonParser parser, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    private static String whatever(JsonParser parser, JsonToken value) throws IOException {
        if (!value.isStructStart()) {
            return value == JsonToken.VALUE_NULL ? "" : parser.getText();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }

    private static List<TeamworkRow.Tag> tags(JsonParser parser) throws IOException {
        List<TeamworkRow.Tag> tags = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String tag = "";
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("name")) {
                    tag = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
            tags.add(new TeamworkRow.Tag(null, tag, null));
        }
        return tags;
    }
}
