package dev.hourbridge.cli.report;

import dev.hourbridge.migration.UnrelatedRow;

/** A row on the target that is not part of the plan. */
record HtmlOther(
        String letter, String verdict, String target, String day, String hours, String person, String likeSource) {
    /** Returns the line of a row. */
    static HtmlOther of(UnrelatedRow row, Names names) {
        return new HtmlOther(
                String.valueOf(row.verdict().letter()),
                Labels.label(row.verdict()),
                row.targetId(),
                row.day().toString(),
                Labels.hours(row.duration()),
                names.shownPerson(row.person()),
                row.likeSourceId().orElse("–"));
    }
}
