package dev.hourbridge.cli.config;

import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code map} and {@code defaults}. */
final class MappingSection {
    private MappingSection() {}

    static Mapping read(YamlMap map, YamlMap defaults) {
        map.allowOnly("people", "projects", "tasks", "activities", "work");
        defaults.allowOnly("person", "project", "task", "activity", "note", "billable");
        Mapping.Builder mapping = Mapping.builder()
                .people(ids(map, "people"))
                .projects(ids(map, "projects"))
                .tasks(ids(map, "tasks"))
                .activities(ids(map, "activities"))
                .work(rules(map));
        defaults.find("person").map(YamlText::text).ifPresent(mapping::defaultPerson);
        defaults.find("project").map(YamlText::text).ifPresent(mapping::defaultProject);
        defaults.find("task").map(YamlText::text).ifPresent(mapping::defaultTask);
        defaults.find("activity").map(YamlText::text).ifPresent(mapping::defaultActivity);
        defaults.find("note").map(YamlText::text).ifPresent(mapping::defaultNote);
        defaults.find("billable").map(word -> word.oneOf(Billable.class)).ifPresent(mapping::defaultBillable);
        return mapping.build();
    }

    private static Map<String, String> ids(YamlMap map, String kind) {
        YamlMap section = map.map(kind);
        Map<String, String> ids = section.asTexts();
        ids.forEach((from, to) -> {
            if (from.isBlank() || to.isBlank()) {
                throw section.where(from).error("an id is blank; give it, or leave the line out");
            }
        });
        return ids;
    }

    /** Where each person of the target is named first. */
    static Map<String, Where> peoplePlaces(YamlMap map, YamlMap defaults) {
        Map<String, Where> places = new LinkedHashMap<>();
        YamlMap people = map.map("people");
        people.asTexts().forEach((key, id) -> places.putIfAbsent(id, people.where(key)));
        defaults.find("person").ifPresent(id -> places.putIfAbsent(id.text(), id.where()));
        for (YamlMap rule : map.maps("work")) {
            rule.map("to").find("person").ifPresent(id -> places.putIfAbsent(id.text(), id.where()));
        }
        return places;
    }

    private static List<WorkRule> rules(YamlMap map) {
        List<WorkRule> rules = new ArrayList<>();
        for (YamlMap rule : map.maps("work")) {
            rule.allowOnly("from", "to");
            rules.add(rule(rule));
        }
        return rules;
    }

    private static WorkRule rule(YamlMap rule) {
        WorkRule.Builder builder = WorkRule.builder();
        YamlMap from = rule.map("from").allowOnly("person", "project", "task", "activity");
        from.find("person").map(YamlText::text).ifPresent(builder::fromPerson);
        from.find("project").map(YamlText::text).ifPresent(builder::fromProject);
        from.find("task").map(YamlText::text).ifPresent(builder::fromTask);
        from.find("activity").map(YamlText::text).ifPresent(builder::fromActivity);
        YamlMap to = rule.map("to").allowOnly("person", "project", "task", "activity");
        to.find("person").map(YamlText::text).ifPresent(builder::toPerson);
        to.find("project").map(YamlText::text).ifPresent(builder::toProject);
        to.find("task").map(YamlText::text).ifPresent(builder::toTask);
        to.find("activity").map(YamlText::text).ifPresent(builder::toActivity);
        try {
            return builder.build();
        } catch (InvalidInputException refused) {
            ConfigurationException error = rule.where().error("a rule needs one key in from and one in to, at least");
            error.initCause(refused);
            throw error;
        }
    }
}
