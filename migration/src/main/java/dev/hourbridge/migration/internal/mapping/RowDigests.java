package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;

/**
 * Short digests of the values with which a row was written to a service. A trailer contains them, and its values apply
 * only to a row whose digests are still the same. They differ for an edited row, and for another row with a copied
 * note. The row's id is not included, because it is not known before the row exists.
 */
record RowDigests(String person, String place, String activity) {
    private static final int LENGTH = 8;

    /**
     * Returns the digests of a row, as written or as listed.
     *
     * @param account the account of the service that has the row
     * @param service the capabilities of the service
     */
    static RowDigests of(Account account, Capabilities service, EntryIdentity row) {
        String place = row.place(service);
        return new RowDigests(
                digest(new Digests().add(account).add(row.person())),
                digest(new Digests().add(account).add(place)),
                digest(new Digests().add(account).add(place).add(row.activity())));
    }

    /** Returns the digests in a trailer's form. */
    String toText() {
        return person + place + activity;
    }

    /** Returns whether the person matches the text of a trailer. */
    boolean hasPersonOf(String text) {
        return text.length() == 3 * LENGTH && text.startsWith(person);
    }

    /** Returns whether project and task match the text of a trailer. */
    boolean hasPlaceOf(String text) {
        return text.length() == 3 * LENGTH && text.startsWith(place, LENGTH);
    }

    /** Returns whether the activity, within its place, matches the text of a trailer. */
    boolean hasActivityOf(String text) {
        return text.length() == 3 * LENGTH && text.startsWith(activity, 2 * LENGTH);
    }

    /** Returns a digest of a note, in its form for comparison. */
    static String ofNote(String note) {
        return digest(new Digests().add(Notes.normalized(note)));
    }

    private static String digest(Digests digest) {
        return digest.hex().substring(0, LENGTH);
    }
}
