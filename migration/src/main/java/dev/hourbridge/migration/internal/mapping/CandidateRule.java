package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import java.time.LocalDate;
import java.util.Set;

/**
 * Decides whether a row of the target can be an entry that was sent, with fields that the service or another user has
 * changed since. Similarity is not proof, so the rule only excludes rows: an entry is absent if no row remains.
 *
 * <p>The rule depends on the age of the day. Other people rarely add rows on older days, so any new row counts there.
 * On recent days, and on days near the attempt, only rows that match in some fields count.
 */
public final class CandidateRule {
    /** People still enter hours on these days, but rarely on older ones. */
    private static final int OPEN_DAYS = 2;

    private final Capabilities target;
    private final Set<String> owners;

    /** The reason for looking up an entry. */
    public enum Reason {
        /** The outcome of a create is unknown. */
        IN_DOUBT,
        /** The entry was sent again after throttling or a rejection, which hardly ever hides a committed create. */
        SENT_AGAIN
    }

    /**
     * Creates a rule.
     *
     * @param target the capabilities of the target
     * @param owners the owners of the credentials, for whom a service may record an entry of another person
     */
    public CandidateRule(Capabilities target, Set<String> owners) {
        this.target = target;
        this.owners = Set.copyOf(owners);
    }

    /**
     * Returns whether a row can be the entry.
     *
     * @param sent what was sent
     * @param attempted the day of the first attempt
     * @param reason the reason for looking up the entry
     * @param row a row without another explanation
     */
    public boolean isCandidate(EntryIdentity sent, LocalDate attempted, Reason reason, EntryIdentity row) {
        if (!isNear(sent.day(), row.day())) {
            return (hasSameText(sent, row) && !plainNote(sent).isEmpty())
                    || (isOfPersonOrOwner(sent, row) && hasSamePlace(sent, row) && hasSameDuration(sent, row));
        }
        if (reason == Reason.IN_DOUBT && sent.day().isBefore(attempted.minusDays(OPEN_DAYS))) {
            return true;
        }
        int agreeing = (hasSamePerson(sent, row) ? 1 : 0)
                + (hasSamePlace(sent, row) ? 1 : 0)
                + (hasSameDuration(sent, row) ? 1 : 0);
        return owners.contains(row.person()) || hasSameText(sent, row) || agreeing >= 2;
    }

    private static boolean isNear(LocalDate sent, LocalDate row) {
        return !row.isBefore(sent.minusDays(1)) && !row.isAfter(sent.plusDays(1));
    }

    private boolean isOfPersonOrOwner(EntryIdentity sent, EntryIdentity row) {
        return hasSamePerson(sent, row) || owners.contains(row.person());
    }

    private boolean hasSamePerson(EntryIdentity sent, EntryIdentity row) {
        return !target.readable().contains(EntryField.PERSON) || sent.person().equals(row.person());
    }

    private boolean hasSamePlace(EntryIdentity sent, EntryIdentity row) {
        return sent.place(target).equals(row.place(target));
    }

    private static boolean hasSameDuration(EntryIdentity sent, EntryIdentity row) {
        return sent.seconds() == row.seconds();
    }

    private boolean hasSameText(EntryIdentity sent, EntryIdentity row) {
        return target.readable().contains(EntryField.NOTE) && plainNote(sent).equals(plainNote(row));
    }

    private static String plainNote(EntryIdentity identity) {
        return identity.withoutTrailer().note();
    }
}
