package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;

/**
 * Short digests of what a row was written with on a service. A trailer carries them, and its values apply only to a
 * row that still has the same: an edited row, or another row with a copied note, has not. The row's id is not among
 * them, since it is not known before the row exists.
 */
record RowDigests(String person, String place, String activity) {
    private static final int LENGTH = 8;

    /**
     * Returns the digests of a row, as it was written or as it is listed.
     *
     * @param account the account of the service that has the row
     * @param service what the service can hold
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

    /** Returns whether the person is as in the text of a trailer. */
    boolean hasPersonOf(String text) {
        return text.length() == 3 * LENGTH && text.startsWith(person);
    }

    /** Returns whether project and task are as in the text of a trailer. */
    boolean hasPlaceOf(String text) {
        return text.length() == 3 * LENGTH && text.startsWith(place, LENGTH);
    }

    /** Returns whether the activity, within its place, is as in the text of a trailer. */
    boolean hasActivityOf(String text) {
        return text.length() == 3 * LENGTH && text.startsWith(activity, 2 * LENGTH);
    }

    /** Returns a digest of a note, in the form in which notes are compared. */
    static String ofNote(String note) {
        return digest(new Digests().add(Notes.normalized(note)));
    }

    private static String digest(Digests digest) {
        return digest.hex().substring(0, LENGTH);
    }
}
