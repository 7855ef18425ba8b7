package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A response of the directory. Its fields depend on the request.
 *
 * <p>The same type reads people, projects, tasks and zones; each response has some of the fields.
 */
final class DirectoryJson extends WireType {
    @JsonProperty("people")
    @Nullable
    List<Item> people;

    @JsonProperty("projects")
    @Nullable
    List<Item> projects;

    @JsonProperty("todo-items")
    @Nullable
    List<Item> tasks;

    @JsonProperty("person")
    @Nullable
    Item person;

    @JsonProperty("STATUS")
    private @Nullable String status;

    /** Reads a response and checks its status. */
    static DirectoryJson read(ApiResponse response) {
        DirectoryJson json = Json.read(response, DirectoryJson.class);
        Status.check(response, json.status);
        return json;
    }

    /** Reads a list. Each item must have an id. */
    static List<Item> list(ApiResponse response, Function<DirectoryJson, @Nullable List<Item>> field) {
        List<Item> items = field.apply(read(response));
        if (items == null || items.stream().anyMatch(item -> item == null || !item.hasId())) {
            throw response.malformed("has no list of items with ids");
        }
        return items;
    }

    /** Reads the owner of the credentials. */
    static Item person(ApiResponse response) {
        Item person = read(response).person;
        if (person == null || !person.hasId()) {
            throw response.malformed("has no person with an id");
        }
        return person;
    }

    /** A person, a project or a task. The name of a task is in {@code content}. */
    static final class Item extends WireType {
        @JsonProperty("id")
        @JsonDeserialize(using = LenientLongDeserializer.class)
        private @Nullable Long id;

        @JsonProperty("name")
        @JsonDeserialize(using = LenientTextDeserializer.class)
        private @Nullable String name;

        @JsonProperty("content")
        @JsonDeserialize(using = LenientTextDeserializer.class)
        private @Nullable String content;

        @JsonProperty("first-name")
        @JsonDeserialize(using = LenientTextDeserializer.class)
        private @Nullable String firstName;

        @JsonProperty("last-name")
        @JsonDeserialize(using = LenientTextDeserializer.class)
        private @Nullable String lastName;

        @JsonProperty("localization")
        private @Nullable Localization localization;

        /** Returns whether the item has an id. Items without an id are not listed. */
        boolean hasId() {
            return id != null && id > 0;
        }

        /** Returns the id as text, in the form that references of the common model use. */
        String id() {
            return String.valueOf(id);
        }

        /** Returns the name. For a person, this is the first and last name, separated by a space. */
        String name() {
            return Stream.of(name, content, firstName, lastName)
                    .filter(text -> text != null && !text.isBlank())
                    .map(String::strip)
                    .collect(Collectors.joining(" "));
        }

        /** Returns the zone; empty if the response has none, or if its name is unknown. */
        Optional<ZoneId> zone() {
            String text = localization == null ? null : localization.zone;
            try {
                return text == null || text.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(text.strip()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    private static final class Localization extends WireType {
        @JsonProperty("timezoneJavaRefCode")
        @JsonDeserialize(using = LenientTextDeserializer.class)
        private @Nullable String zone;
    }
}
