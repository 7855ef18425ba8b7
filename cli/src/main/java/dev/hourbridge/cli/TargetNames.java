package dev.hourbridge.cli;

import dev.hourbridge.cli.config.DateRange;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.Named;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads names from a target to help with a mapping. Names that cannot be read are skipped.
 *
 * <p>Names are a convenience. If the credentials may not read the directory, a note is printed and the exit code is
 * unaffected.
 */
final class TargetNames {
    /** Reading tasks requires one request per project. */
    private static final int MAX_PROJECTS_WITH_TASKS = 200;

    private final Names names;
    private final Consumer<String> messages;

    TargetNames(Names names, Consumer<String> messages) {
        this.names = names;
        this.messages = messages;
    }

    /** Reads the directory, if the client has one. */
    void readDirectory(TimeTracker target) {
        target.directory().ifPresent(directory -> attempt(() -> read(directory)));
    }

    /** Reads people and projects, and the tasks of the first projects, because each project requires a request. */
    private void read(Directory directory) {
        forEach(
                directory.people(),
                person -> names.see(EntryField.PERSON, person.ref().id(), person.name(), Optional.empty()));
        int[] projects = new int[1];
        forEach(directory.projects(), project -> {
            names.see(EntryField.PROJECT, project.ref().id(), project.name(), Optional.empty());
            if (++projects[0] <= MAX_PROJECTS_WITH_TASKS) {
                tasks(directory, project.ref());
            }
        });
    }

    private void tasks(Directory directory, ProjectRef project) {
        Pager<Named<TaskRef>> tasks = directory.tasksOf(project);
        forEach(tasks, task -> names.see(EntryField.TASK, task.ref().id(), task.name(), Optional.of(project.id())));
    }

    /** Reads the entries of a range. The client of the target collects their names. */
    void readEntries(TimeTracker target, DateRange range) {
        TimeEntryQuery query = TimeEntryQuery.between(range.first(), range.last());
        attempt(() -> forEach(target.list(query), (TimeEntry entry) -> {}));
    }

    private static <T> void forEach(Pager<T> pager, Consumer<T> use) {
        try (CloseableIterator<T> each = pager.iterator()) {
            while (each.hasNext()) {
                use.accept(each.next());
            }
        }
    }

    /** Runs a read. A failure becomes a note and not an error. An interrupt still ends the command. */
    private void attempt(Runnable read) {
        try {
            read.run();
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (HourbridgeException unreadable) {
            messages.accept("The target's names could not be read: "
                    + TerminalText.line(String.valueOf(unreadable.getMessage())));
        }
    }
}
