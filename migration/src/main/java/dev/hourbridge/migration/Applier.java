package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.change.ChangeDispatcher;
import dev.hourbridge.migration.internal.change.ChangeGate;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.Baseline;
import dev.hourbridge.migration.internal.create.CreateDispatcher;
import dev.hourbridge.migration.internal.create.CreateExecutor;
import dev.hourbridge.migration.internal.create.FinalSweep;
import dev.hourbridge.migration.internal.create.InDoubtResolver;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.PlanSummary;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out the recorded plan, resuming where the last run ended.
 *
 * <p>The order of the parts makes a run safe. First, entries in doubt from an earlier run are resolved, before anything
 * is sent. Then the existing rows of the target are recorded as the baseline, and canaries of each kind are sent and
 * read back. Only then are the other entries sent. Updates and deletions follow when all creates have ended. A final
 * sweep looks for duplicates.
 */
final class Applier {
    private static final int MAX_NAMED = 10;

    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private final InDoubtResolver doubts;
    private final CreateDispatcher dispatcher;
    private final CanaryCheck canaryCheck;
    private final Canary canary;
    private final Baseline baseline;
    private final ChangeDispatcher changes;
    private final FinalSweep finalSweep;

    /** Creates the step. */
    Applier(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.executor = new CreateExecutor(run, ledger);
        CreationStamps stamps = new CreationStamps(run, ledger);
        this.doubts = new InDoubtResolver(run, ledger, executor, stamps);
        this.dispatcher = new CreateDispatcher(run, ledger, executor);
        this.canaryCheck = new CanaryCheck(run, ledger, stamps);
        this.canary = new Canary(ledger, dispatcher, canaryCheck);
        this.baseline = new Baseline(run, ledger, stamps);
        this.changes = new ChangeDispatcher(run, ledger);
        this.finalSweep = new FinalSweep(run, ledger, doubts, stamps);
    }

    /**
     * Carries out the remainder of the plan.
     *
     * @throws LedgerException if the ledger has no plan, or its plan was made with another mapping
     */
    ApplyReport apply() {
        ledger.requirePlan(run.contentDigest());
        Optional<StepAbortedException> stop = Optional.empty();
        try {
            checkNotClosed();
            checkComplete();
            ChangeGate.check(run, ledger);
            carryOut();
        } catch (StepAbortedException e) {
            stop = Optional.of(e);
        } catch (InvalidInputException e) {
            throw e;
        } catch (HourbridgeException e) {
            stop = Optional.of(StepAbortedException.because(e));
        }
        Outcome outcome = standing();
        if (!canaryCheck.conflicts().isEmpty()) {
            outcome = outcome.and(Outcome.DIFFERENT);
        }
        if (stop.isPresent()) {
            outcome = outcome.and(stop.get().outcome());
        }
        return ApplyReport.builder()
                .outcome(outcome)
                .problem(stop.map(StepAbortedException::getMessage))
                .posts(executor.posts())
                .updates(changes.executor().updates())
                .deletions(changes.executor().deletions())
                .changes(ChangeReport.of(run, ledger))
                .states(ledger.counts().countByState())
                .notAttempted(ledger.counts().countNotAttempted())
                .equalRows(baseline.equalRows())
                .canary(canaryCheck.difference())
                .conflicts(canaryCheck.conflicts())
                .possibleDuplicates(ledger.rows().possibleDuplicates())
                .build();
    }

    private void checkNotClosed() {
        if (ledger.isClosed()) {
            throw new StepAbortedException(
                    Outcome.DIFFERENT,
                    "Undone entries of the plan are not sent again: "
                            + ledger.counts().count(EntryState.UNDONE)
                            + ". To move them again, use a new ledger file.");
        }
    }

    private void checkComplete() {
        PlanSummary plan = ledger.plan().summary();
        long incomplete = plan.incomplete() + plan.sentAndIncomplete();
        if (incomplete > 0) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    (incomplete == 1 ? "1 entry of the plan lacks" : incomplete + " entries of the plan lack")
                            + " a mapping or a value. Complete the mapping, then plan again.");
        }
        long notFound = plan.namedNotFound();
        if (notFound > 0) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    notFound
                            + " of the selected entries cannot be found at the source. Remove them from the "
                            + "selection, then plan again.");
        }
        if (!plan.forbiddenLosses().isEmpty()) {
            String forbidden =
                    plan.forbiddenLosses().stream().map(EntryField::name).collect(Collectors.joining(", "));
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    "The plan would lose values of " + forbidden + ", although it was made on the condition that none "
                            + "is lost. Plan again without that condition, or map these values.");
        }
        if (ledger.creates(run.adoptsRows()).isStopped()) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    "Rows on the target have the same person, day and minutes as entries to be sent, and may be the "
                            + "same entries. Check them. If they represent other work, plan again and accept possible "
                            + "duplicates.");
        }
        List<UnknownId> unknown = ledger.plan().unknownIds();
        if (!unknown.isEmpty()) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    "The target did not have "
                            + unknown.stream()
                                    .limit(MAX_NAMED)
                                    .map(each -> each.kind().name().toLowerCase(Locale.ROOT) + " " + each.id())
                                    .collect(Collectors.joining(", "))
                            + " when the plan was made. Correct the mapping, or create what is missing on the target. "
                            + "Then plan again.");
        }
        List<String> barred = run.targets().withoutCredential(ledger.counts().people());
        if (!barred.isEmpty()) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT, "No credentials can write entries for the target people " + barred + ".");
        }
    }

    private void carryOut() {
        if (ledger.counts().hasIntent()) {
            ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.entries().markInterrupted(CreateExecutor.INTERRUPTED));
        }
        if (doubts.any()) {
            doubts.resolve(true);
        }
        if (ledger.counts().count(EntryState.PLANNED) > 0) {
            baseline.take();
        }
        canaryCheck.compareEarlier();
        sendAll();
        changes.run();
        finalSweep.sweep();
        finalSweep.recheckPossibleDuplicates();
        checkNothingIsPostponed();
    }

    private void checkNothingIsPostponed() {
        long postponed = ledger.plan().countPostponed();
        if (postponed > 0) {
            throw new StepAbortedException(
                    Outcome.TEMPORARY,
                    "The source changed " + (postponed == 1 ? "1 entry" : postponed + " entries")
                            + " whose last change was in doubt when the plan was made. Plan again, then apply.");
        }
    }

    /**
     * Sends what is planned: canaries, then the rest of their people and places. What is in doubt settles while the
     * rest is sent, and begins the next turn.
     */
    private void sendAll() {
        long before;
        do {
            before = dispatcher.sent();
            canary.run();
            Stream<PlannedEntry> rest = Pages.stream(ledger.entries()::plannedPage, PlannedEntry::seq)
                    .filter(entry -> !canary.isAwaited(entry.place()));
            dispatcher.send(rest.iterator(), Progress.Phase.WRITING);
            if (dispatcher.sent() > before && doubts.any()) {
                InDoubtResolver.Resolved resolved = doubts.resolve(true);
                if (dispatcher.isTargetFailing() && resolved.recovered() == 0) {
                    throw StepAbortedException.targetFailing();
                }
                dispatcher.forgetDoubts();
            }
        } while (dispatcher.sent() > before
                && (canary.hasDoubts() || ledger.counts().count(EntryState.PLANNED) > 0));
    }

    private Outcome standing() {
        Outcome outcome = ChangeGate.standing(ledger);
        if (ledger.counts().count(EntryState.REJECTED) > 0) {
            outcome = outcome.and(Outcome.REJECTS);
        }
        long open = ledger.counts().count(EntryState.PLANNED)
                + ledger.counts().count(EntryState.INTENT)
                + ledger.counts().count(EntryState.IN_DOUBT);
        if (open > 0 || ChangeGate.isUnfinished(ledger)) {
            outcome = outcome.and(Outcome.IN_DOUBT);
        }
        boolean isOtherThanPlanned = ledger.rows().hasPossibleDuplicates() || ledger.isClosed();
        return isOtherThanPlanned ? outcome.and(Outcome.DIFFERENT) : outcome;
    }
}
