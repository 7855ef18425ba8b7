package dev.hourbridge.cli.report;

import dev.hourbridge.migration.UndoReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a step did, for {@code --json}: the same members as in {@code report.json}, without the individual entries. */
public final class StepJson {
    private StepJson() {}

    /** Returns the migration, and the results of plan, apply, undo and verify in the report. */
    public static Map<String, Object> of(Report report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("source", report.source());
        object.put("target", report.target());
        object.put("firstDay", report.firstDay().toString());
        object.put("lastDay", report.lastDay().toString());
        object.putAll(JsonReport.steps(report));
        return object;
    }

    /** Returns the requests of a command. */
    public static Map<String, Object> requests(RequestSummary requests) {
        return requests.json();
    }

    /** Returns what undo would do. */
    public static Map<String, Object> preview(UndoReport preview) {
        return JsonReport.undo(preview);
    }
}
