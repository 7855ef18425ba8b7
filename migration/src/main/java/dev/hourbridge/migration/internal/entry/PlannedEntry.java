package dev.hourbridge.migration.internal.entry;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.model.NewTimeEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the plan as stored in the ledger.
 *
 * <p>Immutable. The content is the current plan. Content that was sent before is only in the ledger.
 *
 * @param seq its number in the ledger
 * @param content the planned content
 * @param state its state
 * @param progress what was done with it
 * @param seen what the last verify found
 */
public record PlannedEntry(long seq, PlannedContent content, EntryState state, Progress progress, Seen seen) {

    /**
     * What was done with an entry.
     *
     * @param attempts the number of creates that were sent or may have been sent
     * @param revision the number of contents planned for it so far
     * @param isAccepted whether the target accepted a create
     * @param wasInDoubt whether a create was ever in doubt
     * @param sent the number of creates that were sent or may have been sent, regardless of their outcome
     * @param isBegun whether an apply that was to send it has started
     * @param firstListing the newest complete list of the target before the first create; 0 if there is none
     * @param isSwept whether the last sweep covered it; true for an entry that was sent once
     * @param isNotAttempted whether it was rejected without being sent
     * @param failures the number of attempts that failed with status 500
     * @param successMark the number of entries on the target when the first of these attempts failed
     * @param targetId the id of the row on the target
     * @param isAdopted whether that row existed before
     * @param canaryDigest the digest of its row, if it was a canary that differed when read back
     * @param confirmedStamp the target's timestamp of this ledger's last update of the row
     * @param reason why the entry was rejected or is in doubt, as text for the user
     */
    public record Progress(
            int attempts,
            int revision,
            boolean isAccepted,
            boolean wasInDoubt,
            int sent,
            boolean isBegun,
            long firstListing,
            boolean isSwept,
            boolean isNotAttempted,
            int failures,
            long successMark,
            @Nullable String targetId,
            boolean isAdopted,
            @Nullable String canaryDigest,
            @Nullable Instant confirmedStamp,
            @Nullable String reason) {}

    /**
     * What the last verify found about an entry.
     *
     * @param verdict the verdict
     * @param differences the fields that differ
     * @param isChangedAtSource whether the entry has changed or is no longer listed at the source
     * @param digest the digest of the row when it last matched the plan
     * @param project the project of the row
     * @param task the task of the row
     */
    public record Seen(
            Optional<Verdict> verdict,
            List<FieldDifference> differences,
            boolean isChangedAtSource,
            @Nullable String digest,
            @Nullable String project,
            @Nullable String task) {}

    /** Returns the source's id. */
    public String sourceId() {
        return content.source().id();
    }

    /** Returns the entry to create. */
    public NewTimeEntry create() {
        return content.create();
    }

    /** Returns the person on the target. */
    public String person() {
        return content.person();
    }

    /** Returns the person and the group from which canaries are chosen. */
    public PersonPlace place() {
        return new PersonPlace(content.person(), content.group());
    }

    /** Returns the fingerprint. */
    public String fingerprint() {
        return content.fingerprint();
    }

    /** Returns the loose fingerprint. */
    public String looseFingerprint() {
        return content.looseFingerprint();
    }

    /** Returns the id of the row on the target, or null. */
    public @Nullable String targetId() {
        return progress.targetId();
    }

    /** Returns the day on the target. */
    public LocalDate day() {
        return create().workTime().localDate();
    }

    /** Returns the fields that are compared with a row. */
    public EntryIdentity identity() {
        return EntryIdentity.planned(create(), person());
    }
}
