package dev.hourbridge.cli.config;

import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import java.util.Optional;

/** Reads {@code map} and {@code defaults}. */
final class MappingSection {
    private static final String NO_TASK = "none";

    private final MappingEntries entries;

    private MappingSection(MappingEntries entries) {
        this.entries = entries;
    }

    /** Adds what the sections give. */
    static void read(YamlMap map, YamlMap defaults, MappingEntries entries) {
        map.allowOnly("people", "projects", "tasks", "activities", "work");
        defaults.allowOnly("person", "project", "task", "activity", "note", "billable");
        MappingSection section = new MappingSection(entries);
        section.ids(map, "people", EntryField.PERSON, "person");
        section.ids(map, "projects", EntryField.PROJECT, "project");
        section.ids(map, "tasks", EntryField.TASK, "task");
        section.ids(map, "activities", EntryField.ACTIVITY, "activity");
        for (YamlMap rule : map.maps("work")) {
            entries.addRule(rule(rule.allowOnly("from", "to")), rule.location());
        }
        for (String key : defaults.keys()) {
            YamlText value = defaults.get(key);
            String text = key.equals("billable") ? value.oneOf(Billable.class).name() : value.text();
            entries.addDefault(key, text, value.location());
        }
    }

    private void ids(YamlMap map, String section, EntryField kind, String key) {
        YamlMap ids = map.map(section);
        for (String id : ids.keys()) {
            if (id.isBlank()) {
                throw ids.location(id).error("an id is blank; give it, or leave the line out");
            }
            MappingValue value =
                    ids.isText(id) ? MappingValue.of(notBlank(ids.get(id))) : detailed(ids.map(id), kind, key);
            entries.add(kind, id, value, ids.location(id));
        }
    }

    /** A project's task can be given with it; an id that is the word skip needs this form. */
    private static MappingValue detailed(YamlMap value, EntryField kind, String key) {
        boolean isProject = kind == EntryField.PROJECT;
        value.allowOnly(isProject ? new String[] {"project", "task"} : new String[] {key});
        MappingValue given = new MappingValue(
                value.find(key).map(MappingSection::notBlank),
                isProject ? value.find("task").map(MappingSection::notBlank) : Optional.empty(),
                false);
        if (given.target().isEmpty() && given.task().isEmpty()) {
            throw value.location().error("give " + key + (isProject ? ", task, or both" : "") + ", or an id, or skip");
        }
        return given;
    }

    private static String notBlank(YamlText text) {
        if (text.text().isBlank()) {
            throw text.location().error("an id is blank; give it, or leave the line out");
        }
        return text.text();
    }

    private static WorkRule rule(YamlMap rule) {
        WorkRule.Builder builder = WorkRule.builder();
        YamlMap from = rule.map("from").allowOnly("person", "project", "task", "activity");
        from.find("person").map(YamlText::text).ifPresent(builder::fromPerson);
        from.find("project").map(YamlText::text).ifPresent(builder::fromProject);
        from.find("task").map(YamlText::text).ifPresent(task -> fromTask(builder, task));
        from.find("activity").map(YamlText::text).ifPresent(builder::fromActivity);
        if (rule.isText("to")) {
            if (!MappingValue.isSkip(rule.get("to").text())) {
                throw rule.location("to").error("give skip, or the target's ids: { task: \"10\" }");
            }
            builder.skip();
        } else {
            YamlMap to = rule.map("to").allowOnly("person", "project", "task", "activity");
            to.find("person").map(YamlText::text).ifPresent(builder::toPerson);
            to.find("project").map(YamlText::text).ifPresent(builder::toProject);
            to.find("task").map(YamlText::text).ifPresent(builder::toTask);
            to.find("activity").map(YamlText::text).ifPresent(builder::toActivity);
        }
        try {
            return builder.build();
        } catch (InvalidInputException refused) {
            ConfigurationException error =
                    rule.location().error("a rule needs one key in from and one in to, at least");
            error.initCause(refused);
            throw error;
        }
    }

    private static void fromTask(WorkRule.Builder builder, String task) {
        if (task.equals(NO_TASK)) {
            builder.withoutTask();
        } else {
            builder.fromTask(task);
        }
    }
}
