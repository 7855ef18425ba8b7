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
 * An entry of the plan as the ledger holds it.
 *
 * <p>Immutable. The content is what is planned now; what was sent before is in the ledger only.
 *
 * @param seq its number in the ledger
 * @param content what is planned
 * @param state its state
 * @param progress what was done about it
 * @param seen what the last verify found
 */
public record PlannedEntry(long seq, PlannedContent content, EntryState state, Progress progress, Seen seen) {

    /**
     * What was done about an entry.
     *
     * @param attempts how many creates were sent, or may have been
     * @param revision how many contents were planned for it so far
     * @param isAccepted whether the target accepted one
     * @param wasInDoubt whether one was ever in doubt
     * @param sent how many creates left, or may have, whatever came of them
     * @param isBegun whether an apply began that was to send it
     * @param firstListing the newest complete list of the target before the first create; 0 for none
     * @param isSwept whether the last sweep covered it; true for an entry that was sent once
     * @param isNotAttempted whether it was rejected without being sent
     * @param failures how many attempts failed with status 500
     * @param successMark how many entries were on the target when the first of them failed
     * @param targetId the row on the target
     * @param isAdopted whether that row was there before
     * @param canaryDigest the digest of its row, if it was a canary that came back different
     * @param confirmedStamp the target's stamp of the last update of its row by this ledger
     * @param reason why it was rejected, or is in doubt, for people
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
     * What the last verify found of an entry.
     *
     * @param verdict the verdict
     * @param differences the fields that differ
     * @param isChangedAtSource whether it changed, or is no longer listed, at the source
     * @param digest the digest of the row when it was last as planned
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

    /** Returns the person and the group that canaries are chosen from. */
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

    /** Returns the row on the target, if there is one. */
    public @Nullable String targetId() {
        return progress.targetId();
    }

    /** Returns the day on the target. */
    public LocalDate day() {
        return create().workTime().localDate();
    }

    /** Returns the fields by which it is compared with a row. */
    public EntryIdentity identity() {
        return EntryIdentity.planned(create(), person());
    }
}
