package dev.hourbridge.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.EntryLoss;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.FieldLoss;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.migration.UnrelatedRow;
import dev.hourbridge.model.EntryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The report as JSON. Durations are in seconds. New keys may be added, but no key changes its meaning. */
final class JsonReport {
    private static final int VERSION = 1;

    private JsonReport() {}

    static void write(Report report, Writer out) throws IOException {
        JsonMapper mapper = SafeJson.mapper();
        try (JsonGenerator json = mapper.createGenerator(out).useDefaultPrettyPrinter()) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("step", report.step());
            json.writeStringField(
                    "writtenAt",
                    report.writtenAt().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeStringField("source", report.source());
            json.writeStringField("target", report.target());
            json.writeStringField(ReportOwner.FIELD, report.ledger());
            json.writeStringField("firstDay", report.firstDay().toString());
            json.writeStringField("lastDay", report.lastDay().toString());
            for (Map.Entry<String, Object> step : steps(report).entrySet()) {
                json.writeFieldName(step.getKey());
                mapper.writeValue(json, step.getValue());
            }
            array(
                    json,
                    "entries",
                    use -> report.entries().forEach(entry -> use.accept(entry(entry, report.targetNames()))));
            array(json, "changes", use -> report.changes().forEach(change -> use.accept(ChangesText.json(change))));
            array(
                    json,
                    "unrelatedRows",
                    use -> report.others().forEach(row -> use.accept(unrelatedRow(row, report.targetNames()))));
            array(
                    json,
                    "existingRows",
                    use -> report.existingRows().forEach(row -> use.accept(ExistingText.json(row))));
            array(json, "entriesToSend", use -> report.entriesToSend().forEach(entry -> use.accept(entry.sourceId())));
            array(
                    json,
                    "possibleDuplicates",
                    use -> report.possibleDuplicates().forEach(row -> use.accept(duplicate(row))));
            json.writeEndObject();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Writes an array whose elements are passed on one by one. */
    private static void array(JsonGenerator json, String name, Consumer<Consumer<Object>> elements) throws IOException {
        json.writeArrayFieldStart(name);
        elements.accept(element -> {
            try {
                SafeJson.mapper().writeValue(json, element);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        json.writeEndArray();
    }

    /** Returns the results of each step, by the step's name. */
    static Map<String, Object> steps(Report report) {
        Map<String, Object> steps = new LinkedHashMap<>();
        report.plan().ifPresent(plan -> steps.put("plan", plan(plan, report)));
        report.apply().ifPresent(apply -> steps.put("apply", apply(apply)));
        report.undo().ifPresent(undo -> steps.put("undo", undo(undo)));
        report.verify().ifPresent(verify -> steps.put("verify", VerifyJson.of(verify)));
        report.requests().ifPresent(requests -> steps.put("requestCounts", requests.json()));
        return steps;
    }

    private static Map<String, Object> plan(MigrationPlan plan, Report report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("outcome", Labels.of(plan.outcome()));
        object.put("digest", plan.digest());
        object.put("entries", plan.entries());
        object.put("incompleteEntries", plan.incompleteEntries());
        object.put("sentBefore", plan.sentBefore());
        object.put("sentNotListed", plan.sentNotListed());
        object.put("changes", ChangesText.json(plan.changes()));
        object.put("sentAndIncomplete", plan.sentAndIncomplete());
        object.put("named", plan.named());
        object.put("namedNotFound", plan.namedNotFound());
        object.put("deletedAtSource", plan.deletedAtSource());
        object.put("filteredEntries", plan.filteredEntries());
        object.put("skippedEntries", plan.skippedEntries());
        object.put("skippedSeconds", Labels.seconds(plan.skippedDuration()));
        object.put("sentAndSkipped", plan.sentAndSkipped());
        object.put("sourceSeconds", Labels.seconds(plan.sourceDuration()));
        object.put("plannedSeconds", plan.plannedDuration().toSeconds());
        object.put("roundedEntries", plan.roundedEntries());
        object.put("losses", plan.losses().stream().map(JsonReport::loss).toList());
        object.put(
                "unmapped", plan.unmapped().stream().map(JsonReport::unmapped).toList());
        object.put("peopleWithoutCredential", plan.peopleWithoutCredential());
        object.put("existingRows", plan.existingRows());
        object.put("existingSamples", plan.existingSamples());
        object.put("rowsOfOtherLedgers", plan.rowsOfOtherLedgers());
        object.put("entriesToSend", plan.entriesToSend());
        object.put("secondsToSend", plan.durationToSend().toSeconds());
        object.put("possibleDuplicates", plan.possibleDuplicates());
        object.put("acceptsPossibleDuplicates", plan.acceptsPossibleDuplicates());
        object.put("unknownIds", report.unknownIds());
        object.put("notChecked", report.notChecked());
        object.put("unusedKeys", report.unusedKeys());
        object.put(
                "unreachable",
                plan.unreachable().stream()
                        .map(part -> Map.of("key", MappingText.key(part), "reason", Labels.of(part.reason())))
                        .toList());
        return object;
    }

    private static Map<String, Object> loss(FieldLoss loss) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("field", Labels.of(loss.field()));
        object.put("kind", Labels.of(loss.kind()));
        object.put("entries", loss.entries());
        object.put("share", loss.share());
        object.put("samples", loss.samples());
        return object;
    }

    private static Map<String, Object> loss(EntryLoss loss) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("field", Labels.of(loss.field()));
        object.put("kind", Labels.of(loss.kind()));
        loss.sourceValue().ifPresent(value -> object.put("sourceValue", value));
        return object;
    }

    private static Map<String, Object> unmapped(Unmapped unmapped) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", Labels.of(unmapped.kind()));
        object.put("id", unmapped.id());
        unmapped.name().ifPresent(name -> object.put("name", name));
        object.put("entries", unmapped.entries());
        return object;
    }

    private static Map<String, Object> apply(ApplyReport apply) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("outcome", Labels.of(apply.outcome()));
        apply.problem().ifPresent(problem -> object.put("problem", problem));
        object.put("posts", apply.posts());
        object.put("updates", apply.updates());
        object.put("deletions", apply.deletions());
        object.put("changes", ChangesText.json(apply.changes()));
        Map<String, Long> states = new LinkedHashMap<>();
        apply.states().forEach((state, count) -> states.put(Labels.of(state), count));
        object.put("states", states);
        object.put("notAttempted", apply.notAttempted());
        object.put("equalRows", apply.equalRows());
        apply.canary().ifPresent(canary -> {
            Map<String, Object> different = new LinkedHashMap<>();
            different.put("sourceId", canary.sourceId());
            different.put("targetId", canary.targetId());
            different.put(
                    "fields", canary.fields().stream().map(Labels::of).sorted().toList());
            different.put("differences", Differences.objects(canary.differences()));
            object.put("canary", different);
        });
        object.put("possibleDuplicates", duplicates(apply.possibleDuplicates()));
        return object;
    }

    static Map<String, Object> undo(UndoReport undo) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("outcome", Labels.of(undo.outcome()));
        undo.problem().ifPresent(problem -> object.put("problem", problem));
        object.put("deleted", undo.deleted());
        object.put("alreadyDeleted", undo.alreadyDeleted());
        object.put("adopted", undo.adopted());
        List<Map<String, Object>> kept = new ArrayList<>();
        undo.retained().forEach(each -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("sourceId", each.sourceId());
            each.targetId().ifPresent(id -> entry.put("targetId", id));
            entry.put("reason", each.reason());
            kept.add(entry);
        });
        object.put("retained", kept);
        return object;
    }

    static List<Map<String, Object>> duplicates(List<PossibleDuplicate> duplicates) {
        return duplicates.stream().map(JsonReport::duplicate).toList();
    }

    private static Map<String, Object> duplicate(PossibleDuplicate row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("targetId", row.targetId());
        object.put("sourceId", row.sourceId());
        row.twinId().ifPresent(twin -> object.put("twinId", twin));
        return object;
    }

    private static Map<String, Object> unrelatedRow(UnrelatedRow row, Names names) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("targetId", row.targetId());
        object.put("verdict", Labels.of(row.verdict()));
        object.put("person", row.person());
        names.name(EntryField.PERSON, row.person()).ifPresent(name -> object.put("personName", name));
        object.put("day", row.day().toString());
        object.put("seconds", row.duration().toSeconds());
        row.likeSourceId().ifPresent(id -> object.put("likeSourceId", id));
        return object;
    }

    private static Map<String, Object> entry(EntryReport entry, Names names) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("sourceId", entry.sourceId());
        entry.targetId().ifPresent(id -> object.put("targetId", id));
        object.put("state", Labels.of(entry.state()));
        entry.verdict().ifPresent(verdict -> object.put("verdict", Labels.of(verdict)));
        object.put("person", entry.person());
        names.name(EntryField.PERSON, entry.person()).ifPresent(name -> object.put("personName", name));
        object.put("project", entry.project());
        names.name(EntryField.PROJECT, entry.project()).ifPresent(name -> object.put("projectName", name));
        object.put("task", entry.task());
        names.name(EntryField.TASK, entry.task()).ifPresent(name -> object.put("taskName", name));
        object.put("day", entry.day().toString());
        entry.start().ifPresent(start -> object.put("start", start.toString()));
        object.put("seconds", entry.duration().toSeconds());
        object.put("sourceSeconds", Labels.seconds(entry.sourceDuration()));
        object.put("note", entry.note());
        object.put("losses", entry.losses().stream().map(JsonReport::loss).toList());
        object.put("differences", Differences.objects(entry.differences()));
        entry.reason().ifPresent(reason -> object.put("reason", reason));
        object.put("notAttempted", entry.notAttempted());
        object.put("sourceChanged", entry.sourceChanged());
        return object;
    }
}
