package dev.hourbridge.resilience.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.Capabilities.NoteCharacters;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.Simulated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Notes of every kind of character: unchanged at the service, or refused before any request. */
final class NotesTest {
    private static final boolean FULL = Boolean.getBoolean("hourbridge.full");
    private static final int PLANES = 17;
    private static final int PLANE = 0x10000;

    @Test
    void everyPlaneOfUnicodeArrivesOrIsRefused() {
        int tried = 0;
        for (Service service : Service.values()) {
            try (Simulated at = Simulated.of(service)) {
                TimeEntryId id = at.tracker().create(service.newEntry(at.tracker()));
                for (String note :
                        planes(at.tracker().capabilities().maxNoteLength().orElse(4_000) / 2 - 1)) {
                    tried++;
                    check(service, at, id, note);
                }
            }
        }
        Evidence.of(Area.INPUT, "Notes of every plane of Unicode")
                .tried("code points of all 17 planes, surrogates and noncharacters among them")
                .result("unchanged at the service, or invalid before any request where XML cannot carry one")
                .count(tried);
    }

    /** Runs of code points: the ends of each plane and samples between; with {@code -Pfull} all of them. */
    private static List<String> planes(int run) {
        List<String> notes = new ArrayList<>();
        for (int plane = 0; plane < PLANES; plane++) {
            int step = FULL ? run : plane == 0 ? 4_096 : 32_768;
            for (int at = plane * PLANE; at < (plane + 1) * PLANE; at += step) {
                notes.add(run(at, Math.min(at + run, (plane + 1) * PLANE)));
            }
            notes.add(run((plane + 1) * PLANE - run, (plane + 1) * PLANE));
        }
        return notes;
    }

    private static String run(int from, int to) {
        return "a" + IntStream.range(from, to).mapToObj(Character::toString).collect(Collectors.joining()) + "z";
    }

    @Test
    void aSingleCharacterArrivesOrIsRefused() {
        int tried = 0;
        for (Service service : Service.values()) {
            tried += singleCharacters(service);
        }
        Evidence.of(Area.INPUT, "Notes of odd characters")
                .tried("control characters, NEL, line separators, RTL marks, joiners, flags, half surrogates")
                .result("unchanged at the service, but CR as LF at LiveTimer; or invalid before any request")
                .count(tried);
    }

    private static int singleCharacters(Service service) {
        List<Integer> characters =
                new ArrayList<>(IntStream.range(0, FULL ? 0x3000 : 0xa8).boxed().toList());
        characters.addAll(List.of(
                0x200b, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0x20e3, 0x3000, 0xd7ff,
                0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xf8ff, 0xfdd0, 0xfdef, 0xfe0f, 0xfeff, 0xfff9, 0xfffc, 0xfffd,
                0xfffe, 0xffff, 0x10000, 0x1f600, 0x1fffe, 0x1ffff, 0xe0001, 0xf0000, 0xfffff, 0x100000, 0x10fffd,
                0x10ffff));
        try (Simulated at = Simulated.of(service)) {
            TimeEntryId id = at.tracker().create(service.newEntry(at.tracker()));
            for (int character : characters) {
                check(service, at, id, "a" + Character.toString(character) + "b");
            }
            for (String note : SEQUENCES) {
                check(service, at, id, note);
            }
        }
        return characters.size() + SEQUENCES.size();
    }

    private static final List<String> SEQUENCES = List.of(
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
            "\ud83c\udff3\ufe0f\u200d\ud83c\udf08",
            "\ud83c\udde9\ud83c\uddea",
            "e\u0301 vs \u00e9",
            "a\u0300\u0301\u0302\u0303\u0304",
            "\u202eabc\u202c",
            "x\r\ny\rz\n",
            "\r\n\r\n",
            "a\u0085b\u2028c\u2029d",
            "\t\ttabs\t",
            " leading and trailing ",
            "\ud83d",
            "\ude00\ud83d",
            "\ud83d\ud83d\ude00",
            "\ud83d\ude00\ude00",
            "]]>",
            "]]]]>>",
            "<![CDATA[x]]>",
            "]]&gt;",
            "&#0;",
            "&#xd;",
            "&unknown;",
            "<!DOCTYPE a>",
            "<?xml version='1.1'?>",
            "\\u0000",
            "\\",
            "\"",
            "{\"a\":\"\\ud83d\"}",
            "%00",
            "\ufeffbom",
            "null");

    /** Writers hold text in buffers: a character of several units must not be cut between two of them. */
    @Test
    void aCharacterAtTheEdgeOfABufferStaysWhole() {
        int tried = 0;
        for (Service service : Service.values()) {
            tried += edges(service);
        }
        Evidence.of(Area.INPUT, "Notes across the edges of buffers")
                .tried("thousands of emoji, of ]]>, of & and CR, of accents, begun at one offset after the other")
                .result("unchanged at the service, but CR as LF at LiveTimer, where ]]> is invalid")
                .count(tried);
    }

    private static int edges(Service service) {
        int tried = 0;
        try (Simulated at = Simulated.of(service)) {
            int longest = at.tracker().capabilities().maxNoteLength().orElse(Integer.MAX_VALUE);
            TimeEntryId id = at.tracker().create(service.newEntry(at.tracker()));
            for (int before = 0; before < (FULL ? 64 : 4); before++) {
                for (String unit : List.of("\ud83d\ude00", "]]>", "&<\r", "\u20ac\u00fc")) {
                    tried++;
                    int times = (Math.min(longest, FULL ? 40_000 : 17_000) - before) / unit.length();
                    check(service, at, id, "x".repeat(before) + unit.repeat(times));
                }
            }
        }
        return tried;
    }

    @Test
    void theLongestNoteIsCountedInUtf16Units() {
        try (Simulated at = Simulated.of(Service.TEAMPULSE)) {
            TimeEntryId id = at.tracker().create(Service.TEAMPULSE.newEntry(at.tracker()));
            for (String note : List.of("x".repeat(128), "\ud83d\ude00".repeat(64), "x".repeat(126) + "\ud83d\ude00")) {
                assertThat(store(at, id, note)).isTrue();
                assertThat(at.tracker().get(id).note()).isEqualTo(note);
            }
            for (String note : List.of(
                    "x".repeat(129),
                    "\ud83d\ude00".repeat(65),
                    "x".repeat(127) + "\ud83d\ude00",
                    "\u00fc".repeat(129))) {
                assertThat(store(at, id, note)).isFalse();
            }
        }
    }

    private static void check(Service service, Simulated at, TimeEntryId id, String note) {
        String what = service + ": a note that begins with "
                + note.codePoints().limit(5).mapToObj(Integer::toHexString).toList();
        boolean taken = store(at, id, note);
        assertThat(taken).as(what).isEqualTo(canBeCarried(at, note));
        if (taken) {
            assertThat(at.tracker().get(id).note())
                    .as(what)
                    .isEqualTo(
                            service == Service.LIVETIMER
                                    ? note.replace("\r\n", "\n").replace('\r', '\n')
                                    : note);
        }
    }

    /** Whether it went out; refused, it is refused unsent. */
    private static boolean store(Simulated at, TimeEntryId id, String note) {
        long before = at.service().requests().count();
        try {
            at.tracker().update(id, TimeEntryUpdate.builder().note(note).build());
            return true;
        } catch (InvalidInputException e) {
            assertThat(at.service().requests().count()).isEqualTo(before);
            assertThat(e.getMessage()).doesNotContain(note.isBlank() || note.equals("]]>") ? "\u0000" : note);
            return false;
        }
    }

    /** The rule, spelt once more: Unicode scalar values, and for XML those of its production Char. */
    private static boolean canBeCarried(Simulated at, String note) {
        boolean blank = note.isBlank()
                && at.tracker().capabilities().required().toString().contains("NOTE");
        NoteCharacters characters = at.tracker().capabilities().noteCharacters();
        boolean xml = characters != NoteCharacters.UNICODE;
        return !blank
                && !(characters == NoteCharacters.XML_CDATA && note.contains("]]>"))
                && note.codePoints().allMatch(c -> {
                    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
                    boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
                    return !surrogate && !(xml && (control || c == 0xfffe || c == 0xffff));
                });
    }
}
