package dev.hourbridge.cli.config;

import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code map} and {@code defaults}.
 *
 * <p>The same code reads the section in the configuration and the file that {@code mapping} names, so both have the
 * same format.
 */
final class MappingSection {
    private static final String NO_TASK = "none";
    private static final List<Key<?>> FIELDS =
            List.of(field("person"), field("project"), field("task"), field("activity"));
    private static final List<Key<?>> RULE_KEYS = List.of(
            Key.section("from", "The source ids of the entry; task may be none.", FIELDS)
                    .with("minProperties", 1)
                    .required(""),
            Key.mapping("to", Map.of("anyOf", List.of(Map.of("const", "skip"), object(FIELDS))))
                    .required(""));
    static final List<Key<?>> MAP_KEYS = List.of(
            ids("people", List.of(field("person"))),
            ids("projects", List.of(field("project"), field("task"))),
            ids("tasks", List.of(field("task"))),
            ids("activities", List.of(field("activity"))),
            Key.mapping(
                    "work",
                    Map.of(
                            "description",
                            "Rules that combine several fields. The rule that names the most fields applies. It "
                                    + "takes precedence, except over a line of map.tasks if it does not name the task.",
                            "type",
                            "array",
                            "items",
                            object(RULE_KEYS))));
    static final List<Key<?>> DEFAULT_KEYS = List.of(
            field("person"),
            field("project"),
            field("task"),
            field("activity"),
            Key.text("note", "The note for entries without a note."),
            Key.oneOf("billable", "Whether entries without a billable flag are billable.", Billable.class));

    private final MappingEntries entries;

    private static Key<String> field(String name) {
        return Key.text(name, "An id.");
    }

    /** Returns the schema of an object with these keys, of which at least one is required. */
    private static Map<String, Object> object(List<Key<?>> keys) {
        Map<String, Object> schema = new LinkedHashMap<>(Key.members(keys));
        schema.put("type", "object");
        schema.put("minProperties", 1);
        return schema;
    }

    /** Returns the key of a section of ids. */
    private static Key<YamlMap> ids(String name, List<Key<?>> fields) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", "A source id with its target id, or with the word skip.");
        schema.put("type", "object");
        schema.put(
                "additionalProperties",
                Map.of("anyOf", List.of(Map.of("type", List.of("string", "integer", "null")), object(fields))));
        return Key.mapping(name, schema);
    }

    private MappingSection(MappingEntries entries) {
        this.entries = entries;
    }

    /** Adds the content of the sections. */
    static void read(YamlMap map, YamlMap defaults, MappingEntries entries) {
        map.allowOnly(MAP_KEYS);
        defaults.allowOnly(DEFAULT_KEYS);
        MappingSection section = new MappingSection(entries);
        section.ids(map, "people", EntryField.PERSON, "person");
        section.ids(map, "projects", EntryField.PROJECT, "project");
        section.ids(map, "tasks", EntryField.TASK, "task");
        section.ids(map, "activities", EntryField.ACTIVITY, "activity");
        for (YamlMap rule : map.maps("work")) {
            entries.addRule(rule(rule.allowOnly(RULE_KEYS)), rule.location());
        }
        for (String key : defaults.keys()) {
            YamlText value = defaults.get(key);
            String text = key.equals("billable") ? value.oneOf(Billable.class).name() : value.text();
            entries.addDefault(key, text, value.location());
        }
    }

    /** Reads a section of ids. */
    private void ids(YamlMap map, String section, EntryField kind, String key) {
        YamlMap ids = map.map(section);
        for (String id : ids.keys()) {
            if (id.isBlank()) {
                throw ids.location(id).error("an id is blank; set it, or remove the line");
            }
            MappingValue value =
                    ids.isText(id) ? MappingValue.of(notBlank(ids.get(id))) : detailed(ids.map(id), kind, key);
            entries.add(kind, id, value, ids.location(id));
        }
    }

    /**
     * Returns a value in the long form, which can include a project's task. An id that is the word {@code skip}
     * requires this form.
     */
    private static MappingValue detailed(YamlMap value, EntryField kind, String key) {
        boolean isProject = kind == EntryField.PROJECT;
        value.allowOnly(isProject ? new String[] {"project", "task"} : new String[] {key});
        MappingValue given = new MappingValue(
                value.find(key).map(MappingSection::notBlank),
                isProject ? value.find("task").map(MappingSection::notBlank) : Optional.empty(),
                false);
        if (given.target().isEmpty() && given.task().isEmpty()) {
            throw value.location()
                    .error("specify " + key + (isProject ? ", task, or both" : "") + ", or an id, or skip");
        }
        return given;
    }

    /** Returns an id, which must not be blank. */
    private static String notBlank(YamlText text) {
        if (text.text().isBlank()) {
            throw text.location().error("an id is blank; set it, or remove the line");
        }
        return text.text();
    }

    /** Reads a rule of {@code map.work}. */
    private static WorkRule rule(YamlMap rule) {
        WorkRule.Builder builder = WorkRule.builder();
        YamlMap from = rule.map("from").allowOnly(FIELDS);
        from.find("person").map(YamlText::text).ifPresent(builder::fromPerson);
        from.find("project").map(YamlText::text).ifPresent(builder::fromProject);
        from.find("task").map(YamlText::text).ifPresent(task -> fromTask(builder, task));
        from.find("activity").map(YamlText::text).ifPresent(builder::fromActivity);
        if (rule.isText("to")) {
            if (!MappingValue.isSkip(rule.get("to").text())) {
                throw rule.location("to").error("use skip, or the target's ids: { task: \"10\" }");
            }
            builder.skip();
        } else {
            YamlMap to = rule.map("to").allowOnly(FIELDS);
            to.find("person").map(YamlText::text).ifPresent(builder::toPerson);
            to.find("project").map(YamlText::text).ifPresent(builder::toProject);
            to.find("task").map(YamlText::text).ifPresent(builder::toTask);
            to.find("activity").map(YamlText::text).ifPresent(builder::toActivity);
        }
        try {
            return builder.build();
        } catch (InvalidInputException rejected) {
            ConfigurationException error = rule.location().error("a rule needs at least one key in from and one in to");
            error.initCause(rejected);
            throw error;
        }
    }

    /** Sets the condition on the task: an id, or no task. */
    private static void fromTask(WorkRule.Builder builder, String task) {
        if (task.equals(NO_TASK)) {
            builder.withoutTask();
        } else {
            builder.fromTask(task);
        }
    }
}
