package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.ExistingRow;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.UnknownId;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.NearEqual;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.PlanStaging;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the target for a plan: rows that are equal to entries to be sent, and ids that the target does not have. No
 * service lists its people, projects or tasks, but most return 404 for a list of the entries of an unknown project or
 * task. Ids that rows of the target have are not requested.
 */
public final class PlannedTarget {
    private static final int MAX_SAMPLES = 3;

    /** Each id requires a request. If there are more ids, the first entries that are sent reveal unknown ones. */
    private static final int MAX_ASKED = 200;

    private final MigrationContext run;
    private final Ledger ledger;
    private final PlanStaging staging;
    private final Set<String> people;
    private final Set<String> projects;
    private final Set<String> tasks;
    private final List<UnknownId> unknown = new ArrayList<>();
    private final List<String> samples = new ArrayList<>();
    private final Map<String, Long> explained = new HashMap<>();
    private long equalRows;
    private long seen;
    private int asked;

    /** Creates a reader for the entries that a plan stages to be sent. */
    public PlannedTarget(MigrationContext run, Ledger ledger, PlanStaging staging) {
        this.run = run;
        this.ledger = ledger;
        this.staging = staging;
        this.people = new TreeSet<>(staging.peopleToSendFor());
        this.projects = new TreeSet<>(staging.projectsToSendTo());
        this.tasks = new TreeSet<>(staging.tasksToSendTo());
    }

    /** Lists the rows of the people in the plan, and requests the projects and tasks that no row has. */
    public void read() {
        List<String> toSendFor = List.copyOf(people);
        List<String> barred = run.targets().withoutCredential(toSendFor);
        for (String person : toSendFor) {
            if (!barred.contains(person)) {
                read(person);
            }
        }
        staging.completeExisting();
        projects.forEach(id -> ask(
                EntryField.PROJECT,
                id,
                () -> TimeEntryQuery.builder()
                        .project(ProjectRef.of(run.targets().account(), id))));
        tasks.forEach(id -> ask(
                EntryField.TASK,
                id,
                () -> TimeEntryQuery.builder().task(TaskRef.of(run.targets().account(), id))));
    }

    /** Reads the rows of a person in the range, and compares each with the plan. */
    private void read(String person) {
        run.eachRow(person, run.firstTargetDay(), run.lastTargetDay(), (row, identity) -> {
            run.report(Progress.Phase.READING_TARGET, ++seen, OptionalLong.empty());
            see(identity);
            compare(row, identity);
        });
    }

    /** Stages a row that is equal to a planned entry, or has the same person, day and minutes. */
    private void compare(TimeEntry row, EntryIdentity identity) {
        String id = row.id().id();
        boolean isPlain = !run.isMarked(identity);
        String plain = identity.withoutTrailer().fingerprint(run.targets().capabilities());
        String fingerprint =
                isPlain ? plain : identity.fingerprint(run.targets().capabilities());
        NearEqual nearEqual = new NearEqual(id, identity.person(), identity.day(), identity.seconds() / 60);
        boolean isEqual = staging.hasEqual(fingerprint, isPlain);
        if ((!isEqual && !staging.hasNearEqual(nearEqual))
                || ledger.rows().isOwnOrDuplicate(id)
                || isOfDoubt(identity, id)) {
            return;
        }
        RowMarker marker = marker(identity);
        if (isEqual) {
            equalRows++;
            staging.addExisting(
                    ExistingRow.of(id, row.audit().createdAt(), marker.kind(), marker.isOfAnotherLedger()), plain);
            if (samples.size() < MAX_SAMPLES) {
                samples.add(id);
            }
        } else if (!marker.isOfAnotherLedger() && !TargetSnapshot.isUnrelated(ledger, row)) {
            staging.addNearEqual(nearEqual);
        }
    }

    private RowMarker marker(EntryIdentity row) {
        return RowMarker.of(run, row, source -> staging.contains(source) || staging.isRetained(source));
    }

    /**
     * Returns whether a row may be an entry in doubt. Apply resolves such an entry before the policy applies to the
     * row.
     */
    private boolean isOfDoubt(EntryIdentity identity, String id) {
        String fingerprint = identity.fingerprint(run.targets().capabilities());
        return ledger.rows().firstListingOf(id).isEmpty()
                && explained.merge(fingerprint, 1L, Long::sum)
                        <= ledger.fingerprints().countUnexplained(fingerprint);
    }

    /** Returns the number of rows that are equal to entries to be sent. */
    public long equalRows() {
        return equalRows;
    }

    /** Returns ids of some of those rows, for the report. */
    public List<String> samples() {
        return samples;
    }

    /** Returns the projects and tasks that the target does not have. */
    public List<UnknownId> unknownIds() {
        return unknown;
    }

    /** Returns the people for whom no row was seen. */
    public List<String> unseenPeople() {
        return List.copyOf(people);
    }

    /** Records the person, project and task of an existing row, which the target therefore has. */
    private void see(EntryIdentity row) {
        people.remove(row.person());
        if (row.project() != null) {
            projects.remove(row.project());
        }
        if (row.task() != null) {
            tasks.remove(row.task());
        }
    }

    /**
     * Requests one row with this id, which shows whether the target knows it. The number of these requests is limited.
     */
    private void ask(EntryField kind, String id, Condition condition) {
        if (++asked > MAX_ASKED) {
            return;
        }
        try (CloseableIterator<TimeEntry> rows = run.targets()
                .main()
                .list(condition
                        .query()
                        .firstDay(run.firstDay())
                        .lastDay(run.firstDay())
                        .build())
                .iterator()) {
            var unused = rows.hasNext();
        } catch (NotFoundException none) {
            addUnknown(kind, id, "the target has none with this id, or hides it. ", none);
        } catch (InvalidInputException impossible) {
            addUnknown(kind, id, "is not a valid id there. ", impossible);
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (HourbridgeException unanswered) {
            // Does not show whether the id exists; the canary checks again.
        }
    }

    private void addUnknown(EntryField kind, String id, String problem, HourbridgeException answer) {
        unknown.add(UnknownId.of(kind, id, problem + answer.getMessage()));
    }

    @FunctionalInterface
    private interface Condition {
        TimeEntryQuery.Builder query();
    }
}
