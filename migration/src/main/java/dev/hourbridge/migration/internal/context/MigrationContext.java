package dev.hourbridge.migration.internal.context;

import dev.hourbridge.migration.EntryFilter;
import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.ProgressListener;
import dev.hourbridge.migration.internal.mapping.ContentDigest;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.EntryMapper;
import dev.hourbridge.migration.internal.mapping.MarkerTag;
import dev.hourbridge.migration.internal.mapping.TimeMapper;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The context of every step: both sides, the range, the mapping, the policy and the clock. Immutable. The builder
 * creates it once, and all steps of a migration share it, so plan, apply, verify and undo apply the same rules to an
 * entry.
 *
 * <p>It also lists the target's rows, because every step must list them with the same credentials: rows of a person who
 * has separate credentials are listed with these, and all others with the main client. A step that listed them
 * differently would see different rows than the previous step.
 *
 * @param source the service to read
 * @param targets the clients of the service to write
 * @param firstDay the first day of the range, inclusive, in the zone of the source
 * @param lastDay the last day of the range, inclusive
 * @param mapping the target ids for ids of the source
 * @param filter the entries of the range that are planned
 * @param policy the decisions made in advance
 * @param clock the clock for timestamps in the ledger
 * @param sleeper the sleeper for waits, which can be interrupted
 * @param listener receives progress and warnings
 */
public record MigrationContext(
        TimeTracker source,
        TargetClients targets,
        LocalDate firstDay,
        LocalDate lastDay,
        Mapping mapping,
        EntryFilter filter,
        Policy policy,
        Clock clock,
        Sleeper sleeper,
        ProgressListener listener) {

    private static final Duration EMPTY_LIST_PAUSE = Duration.ofSeconds(5);

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /**
     * Returns the first day on which the target may have an entry of the range. The day can shift if the zones of the
     * two services differ.
     */
    public LocalDate firstTargetDay() {
        return firstDay.minusDays(TimeMapper.MAX_DAY_SHIFT);
    }

    /** Returns the last day on which the target may have an entry of the range. */
    public LocalDate lastTargetDay() {
        return lastDay.plusDays(TimeMapper.MAX_DAY_SHIFT);
    }

    /**
     * Returns the header that a ledger must have, in the order in which it is written. A ledger with another header is
     * rejected.
     */
    public Map<String, String> ledgerHeader() {
        Map<String, String> header = new LinkedHashMap<>();
        Account from = source.account();
        Account to = targets.account();
        header.put("source", from.toString());
        header.put("target", to.toString());
        header.put("range", firstDay + "/" + lastDay);
        return header;
    }

    /** Returns a digest of everything that determines the result for an entry. */
    public String contentDigest() {
        return ContentDigest.of(mapping, policy, filter, targets.capabilities());
    }

    /** Returns whether rows that are equal to entries to be sent are adopted. */
    public boolean adoptsRows() {
        return policy.existing() == ExistingRows.ADOPT;
    }

    /** Returns whether the target retains the tag that rows were sent with. */
    public boolean areTagsReliable() {
        return MarkerTag.isReliable(targets.capabilities());
    }

    /** Returns a mapper from the source to the target. */
    public EntryMapper mapper() {
        return new EntryMapper(source.capabilities(), targets.account(), targets.capabilities(), mapping, policy);
    }

    /** Returns whether a row can be one that was sent. If sent rows are tagged, only a row with the tag can be. */
    public boolean mayBeOurs(EntryIdentity row) {
        return policy.marker() != Marker.TAG || !areTagsReliable() || row.tags().contains(MarkerTag.NAME);
    }

    /** Returns whether a row is compared with its trailer, which names the entry that the row belongs to. */
    public boolean isMarked(EntryIdentity row) {
        return policy.marker() == Marker.TRAILER
                && Trailer.split(row.note()).trailer().isPresent();
    }

    /** Returns the current time, for a timestamp. */
    public Instant now() {
        return clock.instant();
    }

    /** Waits, unless the thread is interrupted. */
    public void sleep(Duration duration) {
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException e) {
            throw StepAbortedException.interrupted();
        }
    }

    /**
     * Waits for requests that may still be in progress on the target.
     *
     * @param since the end of the last request with an unknown outcome, as {@link System#nanoTime()}
     */
    public void settle(long since) {
        long left = policy.settle().toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            report(Progress.Phase.SETTLING, 0, OptionalLong.of(policy.settle().toSeconds()));
            sleep(Duration.ofNanos(left));
        }
    }

    /** Waits before a list of the source that had no rows is read again. */
    public void pauseAfterEmptyList() {
        try {
            sleeper.sleep(EMPTY_LIST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(Failure.builder("The thread was interrupted while the source was read.")
                    .build());
        }
    }

    /**
     * Reports progress to the listener.
     *
     * @param done the number of entries that are complete; seconds for a wait
     * @param total the total number, if it is known
     */
    public void report(Progress.Phase phase, long done, OptionalLong total) {
        listener.onProgress(Progress.of(phase, done, total));
    }

    /** Lists all rows of a person, with the fields that are compared. */
    public void eachRow(String person, LocalDate first, LocalDate last, BiConsumer<TimeEntry, EntryIdentity> use) {
        each(targets.of(person).list(targets.rowsOf(person, first, last)), row -> true, use);
    }

    /**
     * Lists all rows of all people that the credentials can see, with the fields that are compared. The rows of a
     * person with separate credentials are listed with these.
     */
    public void eachRow(LocalDate first, LocalDate last, BiConsumer<TimeEntry, EntryIdentity> use) {
        Set<String> own = targets.peopleWithCredential();
        each(
                targets.main().list(TimeEntryQuery.between(first, last)),
                row -> row.person().filter(person -> own.contains(person.id())).isEmpty(),
                use);
        own.forEach(person -> eachRow(person, first, last, use));
    }

    /** Passes on the rows of a list, without those that the target lists as deleted. */
    private static void each(
            Pager<TimeEntry> list, Predicate<TimeEntry> isUsed, BiConsumer<TimeEntry, EntryIdentity> use) {
        try (CloseableIterator<TimeEntry> rows = list.iterator()) {
            while (rows.hasNext()) {
                TimeEntry row = rows.next();
                if (!row.deleted() && isUsed.test(row)) {
                    use.accept(row, EntryIdentity.listed(row));
                }
            }
        }
    }

    /** Compares ids in the order in which the services assign them, if they are numbers. */
    public static int compareIds(String a, String b) {
        if (DIGITS.matcher(a).matches() && DIGITS.matcher(b).matches()) {
            int byLength = Integer.compare(a.length(), b.length());
            return byLength != 0 ? byLength : a.compareTo(b);
        }
        return a.compareTo(b);
    }
}
