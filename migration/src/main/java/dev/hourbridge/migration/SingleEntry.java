package dev.hourbridge.migration;

import dev.hourbridge.migration.SafeCreate.Created;
import dev.hourbridge.migration.SafeCreate.InDoubt;
import dev.hourbridge.migration.SafeCreate.Reason;
import dev.hourbridge.migration.SafeCreate.Recovered;
import dev.hourbridge.migration.SafeCreate.Result;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.Baseline;
import dev.hourbridge.migration.internal.create.CreateExecutor;
import dev.hourbridge.migration.internal.create.InDoubtResolver;
import dev.hourbridge.migration.internal.create.RequestThreads;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.SourceFields;
import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.PlanStaging;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Sends one entry with the engine of a migration. Use an instance only once. */
final class SingleEntry {
    private static final String ID = "1";

    private final Ledger ledger;
    private final MigrationContext run;
    private final PlannedEntry planned;
    private final CreateExecutor executor;
    private final Baseline baseline;
    private final InDoubtResolver doubts;

    /**
     * Records the plan of an entry.
     *
     * @param ledger an empty ledger
     */
    SingleEntry(MigrationContext run, Ledger ledger, PlannedContent content) {
        this.run = run;
        this.ledger = ledger;
        this.planned = record(ledger, content);
        this.executor = new CreateExecutor(run, ledger);
        CreationStamps stamps = new CreationStamps(run, ledger);
        this.baseline = new Baseline(run, ledger, stamps);
        this.doubts = new InDoubtResolver(run, ledger, executor, stamps);
    }

    /**
     * Plans an entry.
     *
     * @throws InvalidInputException if the entry could not be recognized again
     */
    static PlannedContent plan(NewTimeEntry entry, Capabilities target) {
        if (Trailer.split(entry.note()).trailer().isPresent()) {
            throw new InvalidInputException(
                    "note", "text that ends with the trailer of a migration", "remove its " + "last line");
        }
        String person = entry.person()
                .map(PersonRef::id)
                .or(target::owner)
                .orElseThrow(() -> new InvalidInputException(
                        "person", "no value", "set it, because the client does not know the owner of its credentials"));
        NewTimeEntry create = inZoneOf(target, entry);
        EntryIdentity identity = EntryIdentity.planned(create, person);
        return new PlannedContent(
                new SourceFields(ID, "", create.workTime().duration(), Optional.empty()),
                person,
                "",
                create,
                create.note(),
                null,
                Map.of(),
                false,
                CanaryFeature.of(create, target),
                identity.fingerprint(target),
                identity.fingerprint(target),
                identity.looseFingerprint(target));
    }

    /** Returns rows with a wall clock have that of the target. */
    private static NewTimeEntry inZoneOf(Capabilities target, NewTimeEntry entry) {
        Optional<ZoneId> zone = target.startForm() == StartForm.WALL_CLOCK ? target.zone() : Optional.empty();
        if (zone.isPresent() && entry.workTime() instanceof WorkTime.Interval interval) {
            OffsetDateTime start =
                    interval.start().atZoneSameInstant(zone.get()).toOffsetDateTime();
            return entry.toBuilder()
                    .workTime(WorkTime.from(start, interval.duration()))
                    .build();
        }
        return entry;
    }

    private static PlannedEntry record(Ledger ledger, PlannedContent content) {
        PlanStaging staging = ledger.stagePlan(Set.of());
        ledger.stageChanges();
        staging.add(content);
        staging.complete();
        ledger.write(LedgerWriteHook.Write.PLAN, tx -> tx.plan().takeOver(staging));
        PlannedEntry entry = ledger.entries().bySourceId(ID).orElseThrow();
        // What the ledger holds has the person in any case; what is sent is what the caller gave.
        return new PlannedEntry(entry.seq(), content, entry.state(), entry.progress(), entry.seen());
    }

    /** Lists the rows that exist, sends the entry once, and looks for it if its outcome is unknown. */
    Result create() {
        try (RequestThreads threads = new RequestThreads(run)) {
            baseline.take();
            CreateExecutor.Posted posted = executor.postOnce(planned, threads);
            return switch (posted.result()) {
                case CREATED -> new Created(rowId());
                case IN_DOUBT -> resolve();
                case REJECTED, NOT_SENT -> throw posted.failure().orElseThrow();
            };
        } catch (StepAbortedException e) {
            throw e.getCause() instanceof HourbridgeException cause && !isInDoubt() ? cause : interrupted();
        }
    }

    private Result resolve() {
        try {
            InDoubtResolver.Resolved resolved = doubts.resolve(false);
            return resolved.recovered() > 0
                    ? new Recovered(rowId())
                    : inDoubt(Objects.requireNonNull(resolved.unresolved().get(planned.seq())));
        } catch (CallInterruptedException e) {
            throw interrupted();
        } catch (HourbridgeException e) {
            return new InDoubt(Reason.LIST_INCOMPLETE, List.of());
        } catch (StepAbortedException e) {
            if (e.outcome() == Outcome.INTERRUPTED) {
                throw e;
            }
            return new InDoubt(Reason.LIST_INCOMPLETE, List.of());
        }
    }

    private static InDoubt inDoubt(InDoubtResolver.Unresolved unresolved) {
        Reason reason = switch (unresolved.decision()) {
            case ACCEPTED -> Reason.ACCEPTED;
            case LIST_INCOMPLETE -> Reason.LIST_INCOMPLETE;
            case CANDIDATE -> Reason.CANDIDATES;
            // The others differ in whether a migration sends the entry again.
            case ABSENT, SEND_AGAIN, NO_MORE_ATTEMPTS, REJECTED_EACH_TIME, REJECTED_ON_EACH_ATTEMPT -> Reason.ABSENT;
        };
        return new InDoubt(
                reason,
                unresolved.candidates().stream().map(each -> each.row().entry()).toList());
    }

    private TimeEntryId rowId() {
        String id = Objects.requireNonNull(ledger.entries().get(planned.seq()).targetId());
        return TimeEntryId.of(run.targets().account(), id);
    }

    private boolean isInDoubt() {
        return ledger.entries().get(planned.seq()).state() == EntryState.IN_DOUBT;
    }

    private CallInterruptedException interrupted() {
        return interrupted(isInDoubt() ? WriteOutcome.IN_DOUBT : WriteOutcome.NOT_SENT);
    }

    /** Returns the exception, after setting the thread's interrupt flag. */
    static CallInterruptedException interrupted(WriteOutcome outcome) {
        return new CallInterruptedException(
                Failure.builder("The create was interrupted.").outcome(outcome).build());
    }
}
