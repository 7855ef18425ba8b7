package dev.hourbridge.cli.report;

import dev.hourbridge.migration.TotalsLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The totals of the report, by person and by project. */
record HtmlTotals(List<TotalsLine> totals, Names names) {
    /** The totals of a person, with one line for each project, task and month. */
    record PersonTotals(HtmlTotal sum, List<HtmlTotal> lines) {}

    /** Returns one line for each person, project, task and month. */
    List<HtmlTotal> lines() {
        return totals.stream().map(line -> HtmlTotal.of(line, names)).toList();
    }

    /** Returns the lines grouped by person, with their totals. */
    List<PersonTotals> people() {
        Map<String, List<HtmlTotal>> lines = lines().stream().collect(Collectors.groupingBy(HtmlTotal::person));
        List<PersonTotals> people = new ArrayList<>();
        grouped(TotalsLine::person).forEach((id, sums) -> {
            String person = names.shownPerson(id);
            people.add(new PersonTotals(HtmlTotal.sum(person, sums), lines.getOrDefault(person, List.of())));
        });
        return people;
    }

    /** Returns the total of each project. */
    List<HtmlTotal> projects() {
        List<HtmlTotal> projects = new ArrayList<>();
        grouped(TotalsLine::project)
                .forEach((id, sums) ->
                        projects.add(HtmlTotal.sum(id.isEmpty() ? "(none)" : names.shownProject(id), sums)));
        return projects;
    }

    private Map<String, List<TotalsLine>> grouped(Function<TotalsLine, String> key) {
        return totals.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
