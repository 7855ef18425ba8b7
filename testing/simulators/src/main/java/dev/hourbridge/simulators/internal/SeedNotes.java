package dev.hourbridge.simulators.internal;

import java.util.List;
import java.util.Random;

/**
 * Notes that programs are known to process incorrectly. Each has at most 100 characters.
 *
 * <p>Each covers one kind of error: markup in CDATA, text outside the Basic Multilingual Plane, composed characters,
 * line breaks, and text that a form or a spreadsheet would interpret.
 */
public final class SeedNotes {
    private static final List<String> NOTES = List.of(
            "",
            "Phone call from June.",
            "Fish & chips <lunch> with \"the board\"",
            "see section ]]> of the offer",
            "   ",
            "R\u00e9union \u00e0 Gen\u00e8ve, \u20ac 40 d\u2019imp\u00f4ts",
            "Deploy \ud83d\ude80 and fix \ud83d\udc1b; \ud83d\udc69\u200d\ud83d\udcbb paired",
            "\u041e\u0442\u0447\u0451\u0442 \u0437\u0430 \u043c\u0430\u0440\u0442",
            "\u4f1a\u8b70\u306e\u8b70\u4e8b\u9332",
            "\u0627\u062c\u062a\u0645\u0627\u0639 \u0627\u0644\u0641\u0631\u064a\u0642",
            "two lines:\nthe second one",
            "tab\tand  two blanks",
            "100% done; a=b&c=d?e#f",
            "it's \\ a backslash, 'quoted' and `ticked`",
            "<script>alert(1)</script>",
            "Z\u0361alg\u0336o and e\u0301 (decomposed)",
            "=SUM(A1:A9)");

    private SeedNotes() {}

    /** Returns the number of notes. */
    public static int count() {
        return NOTES.size();
    }

    /** Returns a note. An index beyond the last note wraps around. */
    public static String get(int index) {
        return NOTES.get(index % NOTES.size());
    }

    /**
     * Returns one of the notes in a third of the cases, and otherwise plain text with a number, so most notes differ.
     */
    public static String any(Random random) {
        return random.nextInt(3) == 0 ? NOTES.get(random.nextInt(NOTES.size())) : "Work no. " + random.nextInt(5000);
    }
}
