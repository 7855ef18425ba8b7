package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import java.time.LocalDate;
import java.util.Set;

/**
 * Decides whether a row of the target can be an entry that was sent, with fields that the service or another user
 * changed since. Similar is not proof, so the rule only rules rows out: an entry is absent while no row remains.
 *
 * <p>The rule is graded by the age of the day. On days that are over, other people rarely add rows, so any new row
 * counts. On younger days, and on days near the attempt, only rows that agree in some fields do.
 */
public final class CandidateRule {
    /** People enter hours of these days late; older days are over. */
    private static final int OPEN_DAYS = 2;

    private final Capabilities target;
    private final Set<String> owners;

    /** Why an entry is looked for. */
    public enum Reason {
        /** The outcome of a create is unknown. */
        IN_DOUBT,
        /** It was sent again after a throttle or a rejection, which hardly ever hide a committed create. */
        SENT_AGAIN
    }

    /**
     * Creates a rule.
     *
     * @param target what the target can hold
     * @param owners the people of the credentials, on whom a service may book an entry of another person
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
     * @param reason why the entry is looked for
     * @param row a row that nothing else explains
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
