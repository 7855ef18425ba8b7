package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.PlannedContent;
import dev.hourbridge.migration.internal.sqlite.PlannedEntry;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the entries for reports, a page at a time. */
final class EntryReports {
    private EntryReports() {}

    static void forEach(Ledger ledger, Consumer<? super EntryReport> use) {
        long after = -1;
        while (true) {
            List<PlannedEntry> page = ledger.entries().page(after);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(entry -> use.accept(report(entry)));
            after = page.get(page.size() - 1).seq();
        }
    }

    private static EntryReport report(PlannedEntry entry) {
        PlannedContent content = entry.content();
        NewTimeEntry create = entry.create();
        return EntryReport.builder()
                .sourceId(entry.sourceId())
                .targetId(Optional.ofNullable(entry.targetId()))
                .state(entry.state())
                .adopted(entry.progress().isAdopted())
                .verdict(entry.seen().verdict())
                .person(entry.person())
                .project(project(entry))
                .task(create.task().map(TaskRef::id).orElse(""))
                .day(entry.day())
                .duration(create.workTime().duration())
                .sourceDuration(content.source().duration())
                .note(create.note())
                .losses(content.losses().entrySet().stream()
                        .flatMap(each -> each.getValue().stream().map(kind -> EntryLoss.of(each.getKey(), kind)))
                        .toList())
                .differences(entry.seen().differences())
                .reason(Optional.ofNullable(entry.progress().reason()))
                .notAttempted(
                        entry.state() == EntryState.REFUSED && entry.progress().isNotAttempted())
                .sourceChanged(entry.seen().isChangedAtSource())
                .build();
    }

    /** What was sent; where that is a task only, the project that it was seen in, or that was meant. */
    private static String project(PlannedEntry entry) {
        Optional<String> sent = entry.create().project().map(ProjectRef::id);
        Optional<String> task = entry.create().task().map(TaskRef::id);
        if (sent.isPresent() || task.isEmpty()) {
            return sent.orElse("");
        }
        String seen = entry.seen().project();
        if (seen != null && task.get().equals(entry.seen().task())) {
            return seen;
        }
        String group = entry.content().group();
        return group.equals(task.get()) ? "" : group;
    }
}
