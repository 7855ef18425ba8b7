package dev.hourbridge.simulators.teampulse;

import dev.hourbridge.simulators.internal.SeedEntries;
import dev.hourbridge.simulators.internal.SeedNotes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;
import java.util.List;
import java.util.Random;

/** Generates entries. The first 16 cover all special kinds, so a small number is sufficient. */
final class TeamPulseSeed {
    private static final BigDecimal MINUTES = new BigDecimal(60);
    private static final long[] TASKS = {10, 11, 20};
    private static final String[] TYPES = {"Billable", "Non-Billable"};
    private static final int SPECIAL = 16;
    private static final int NOTE_LIMIT = 128;

    private final Random random;
    private final Year year;
    private final List<Long> users;

    TeamPulseSeed(long seed, Year year, List<Long> users) {
        this.random = new Random(seed);
        this.year = year;
        this.users = users;
    }

    /** Returns entries for the year, in storage order. */
    List<StoredTeamPulseEntry> entries(int count) {
        return SeedEntries.of(random, count, SPECIAL, this::entry);
    }

    /** Creates the entry at this position. A fifth of the entries have no note. */
    private StoredTeamPulseEntry entry(int index) {
        StoredTeamPulseEntry.Builder entry = StoredTeamPulseEntry.builder(
                        users.get(random.nextInt(users.size())),
                        TASKS[random.nextInt(TASKS.length)],
                        year.atDay(1 + random.nextInt(year.length())),
                        hours(index))
                .type(TYPES[random.nextInt(TYPES.length)]);
        if (index % 5 != 4) {
            String note = index < SeedNotes.count() ? SeedNotes.get(index) : SeedNotes.any(random);
            entry.note(index == 3 ? "n".repeat(NOTE_LIMIT) : note);
        }
        return entry.build();
    }

    /** Returns hours, some of which are whole seconds but not whole minutes, or thirds of an hour. */
    private BigDecimal hours(int index) {
        return switch (index) {
            case 0 -> new BigDecimal("6.33");
            case 1 -> new BigDecimal("0.333333");
            case 2 -> new BigDecimal("23.983333");
            case 5 -> new BigDecimal("6.1");
            default -> new BigDecimal(1 + random.nextInt(600)).divide(MINUTES, 6, RoundingMode.HALF_UP);
        };
    }
}
