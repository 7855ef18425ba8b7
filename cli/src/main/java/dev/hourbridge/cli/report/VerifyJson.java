package dev.hourbridge.cli.report;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.TotalCheck;
import dev.hourbridge.migration.TotalsLine;
import dev.hourbridge.migration.VerifyReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of verify, as members of the {@link JsonReport}. */
final class VerifyJson {
    private VerifyJson() {}

    /** Returns the members of a verify. */
    static Map<String, Object> of(VerifyReport verify) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("outcome", Labels.of(verify.outcome()));
        object.put("summary", verify.summary());
        verify.problem().ifPresent(problem -> object.put("problem", problem));
        object.put("entries", verify.entries());
        Map<String, Long> verdicts = new LinkedHashMap<>();
        verify.verdicts().forEach((verdict, count) -> verdicts.put(Labels.of(verdict), count));
        object.put("verdicts", verdicts);
        object.put("skipped", verify.skipped());
        object.put("undone", verify.undone());
        object.put("remaining", verify.remaining());
        object.put("retained", verify.retained());
        object.put("notVisible", verify.notVisible());
        object.put("notSent", verify.notSent());
        object.put("noLongerListed", verify.noLongerListed());
        object.put(Labels.of(EntryState.REJECTED), verify.rejected());
        object.put("notAttempted", verify.notAttempted());
        object.put("inDoubt", verify.inDoubt());
        object.put("plannedSeconds", verify.planned().toSeconds());
        object.put("targetSeconds", verify.onTarget().toSeconds());
        object.put("totals", verify.totals().stream().map(VerifyJson::totals).toList());
        List<Map<String, Object>> checks = new ArrayList<>();
        verify.totalChecks()
                .forEach(each -> checks.add(
                        totalCheck(each, StepText.ofPlan(verify, each.person()).toSeconds())));
        object.put("totalChecks", checks);
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("wasRead", verify.source().wasRead());
        source.put("changed", verify.source().changed());
        source.put("added", verify.source().added());
        source.put("removed", verify.source().removed());
        verify.source().totalCheck().ifPresent(each -> source.put("totalCheck", totalCheck(each)));
        object.put("source", source);
        object.put("possibleDuplicates", JsonReport.duplicates(verify.possibleDuplicates()));
        return object;
    }

    /**
     * Returns the check of a person's total. The part that belongs to the plan shows whether other rows can cause a
     * difference.
     */
    private static Map<String, Object> totalCheck(TotalCheck check, long ofPlanSeconds) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("person", check.person());
        object.put("ofPlanSeconds", ofPlanSeconds);
        object.putAll(totalCheck(check));
        return object;
    }

    /** Returns a check: both sums in seconds, or why they cannot be compared. */
    private static Map<String, Object> totalCheck(TotalCheck check) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("listedSeconds", check.listed().toSeconds());
        check.own().map(Duration::toSeconds).ifPresent(own -> object.put("ownSeconds", own));
        check.notComparable().ifPresent(why -> object.put("notComparable", why));
        check.failure().ifPresent(why -> object.put("failure", why));
        object.put("disagrees", check.disagrees());
        return object;
    }

    /** Returns a line of the totals by person, project, task and month. */
    private static Map<String, Object> totals(TotalsLine line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("person", line.person());
        object.put("project", line.project());
        object.put("task", line.task());
        object.put("month", line.month().toString());
        object.put("entries", line.entries());
        object.put("sourceSeconds", Labels.seconds(line.source()));
        object.put("plannedSeconds", line.planned().toSeconds());
        object.put("targetSeconds", line.target().toSeconds());
        return object;
    }
}
