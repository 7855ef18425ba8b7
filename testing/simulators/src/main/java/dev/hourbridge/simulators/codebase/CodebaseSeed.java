package dev.hourbridge.simulators.codebase;

import dev.hourbridge.simulators.internal.SeedEntries;
import dev.hourbridge.simulators.internal.SeedNotes;
import java.time.Year;
import java.util.List;
import java.util.Random;

/**
 * Generates sessions. The first 16 cover all special kinds, so a small number is sufficient.
 *
 * <p>The special kinds: a whole day, a long summary, a session of a removed user, and a duplicate.
 */
final class CodebaseSeed {
    private static final int SPECIAL = 16;

    private final Random random;
    private final Year year;
    private final List<Long> users;
    private final List<String> projects;

    CodebaseSeed(long seed, Year year, List<Long> users, List<String> projects) {
        this.random = new Random(seed);
        this.year = year;
        this.users = users;
        this.projects = projects;
    }

    /** Returns sessions for the year, in storage order. */
    List<StoredCodebaseSession> sessions(int count) {
        return SeedEntries.of(random, count, SPECIAL, this::session);
    }

    private StoredCodebaseSession session(int index) {
        String note = index < SeedNotes.count() ? SeedNotes.get(index) : SeedNotes.any(random);
        StoredCodebaseSession.Builder session = StoredCodebaseSession.builder(
                        projects.get(random.nextInt(projects.size())),
                        year.atDay(1 + random.nextInt(year.length())),
                        index == 1 ? 1440 : 1 + random.nextInt(480))
                // A summary is required, so no session has a blank one.
                .summary(note.isBlank() ? "Meeting" : index == 2 ? longSummary() : note);
        if (index != 3) {
            session.userId(users.get(random.nextInt(users.size())));
        }
        if (index % 3 == 0) {
            session.ticketId(1 + random.nextInt(400));
        }
        return session.build();
    }

    private static String longSummary() {
        return "A long report of what was done. ".repeat(30).trim();
    }
}
