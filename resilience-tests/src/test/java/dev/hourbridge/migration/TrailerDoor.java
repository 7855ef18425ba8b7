package dev.hourbridge.migration;

/** Lets the fuzzer at the reader of trailers, which nobody else needs to see. */
public final class TrailerDoor {
    private TrailerDoor() {}

    /** Parts a note from its trailer; put together, the two part alike. */
    public static void check(String note) {
        Trailer.Split split = Trailer.split(note);
        if (!note.startsWith(split.note())) {
            throw new AssertionError("a note that is not the beginning of what was read");
        }
        split.trailer().ifPresent(trailer -> {
            Trailer.Split again = Trailer.split(trailer.appendedTo(split.note()));
            boolean same = again.trailer().equals(split.trailer());
            if (!same || !again.note().equals(split.note())) {
                throw new AssertionError("a trailer that is not read as it was written");
            }
        });
    }
}
