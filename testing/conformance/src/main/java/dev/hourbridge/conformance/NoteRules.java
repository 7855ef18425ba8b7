package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Capabilities.NoteCharacters;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * The rules for notes, which must be preserved character by character.
 *
 * <p>A note documents the work and is part of an invoice. If a service cannot store a note, this must be detected
 * before anything is sent. Trimming a note or replacing a character would be a change that the caller did not request.
 */
interface NoteRules extends Suite {
    /** Texts that are known to cause problems in some formats. */
    List<String> NOTES = List.of(
            "Phone call from June.",
            "R\u00e9union \u00e0 Gen\u00e8ve, \u20ac 40 d\u2019imp\u00f4ts",
            "\u4f1a\u8b70\u306e\u8b70\u4e8b\u9332 \u0627\u062c\u062a\u0645\u0627\u0639",
            "\ud83d\ude80 \ud83d\udc69\u200d\ud83d\udcbb e\u0301",
            "Fish & chips <lunch> &amp; &#65; &lt;",
            "<![CDATA[ not data ]] > and ]] again ]]]]",
            "<!-- no comment --> <?no instruction?>",
            "\"double\" 'single' `back` \\ \\n \\u0041",
            "one\ntwo\n\nfour",
            "dos\r\nlines",
            "tab\tand  two blanks",
            "100% a=b&c=d?e#f +1",
            "null",
            "0",
            "true",
            "{\"a\":[1]}",
            "a\u0085b\u2028c\u00a0d\ufeffe",
            "\u007f");

    /**
     * Notes in every script survive a create, including markup, quotes, tabs and characters outside the basic plane.
     * Line breaks may become Unix line breaks.
     */
    @Test
    default void keepsNotesToTheCharacter() {
        Samples samples = new Samples(service());
        for (String note : NOTES) {
            Expect.survives(service(), samples.noted(note));
        }
    }

    /** Notes survive an update in the same way. */
    @Test
    default void keepsNotesToTheCharacterInUpdates() {
        TimeEntryId id = service().tracker().create(service().base());
        for (String note : NOTES) {
            service().tracker().update(id, TimeEntryUpdate.builder().note(note).build());

            assertThat(Expect.unix(service().tracker().get(id).note())).isEqualTo(Expect.unix(note));
        }
    }

    /**
     * A note of the maximum length survives completely, and a note that is one character longer is invalid. If no limit
     * is known, 5,000 characters survive.
     */
    @Test
    default void keepsALongNoteWholeOrRefusesIt() {
        Samples samples = new Samples(service());
        OptionalInt limit = service().tracker().capabilities().maxNoteLength();
        int longest = limit.orElse(5000);

        Expect.survives(service(), samples.noted("n".repeat(longest)));
        Expect.survives(service(), samples.noted("\u00e9\u4f1a".repeat(longest / 2)));
        Expect.survives(service(), samples.noted("\ud83d\ude80".repeat(longest / 2)));
        if (limit.isPresent()) {
            Expect.refusedUnsent(
                    service(),
                    "a note that is too long",
                    () -> service().tracker().create(samples.noted("n".repeat(longest + 1))));
            TimeEntryId id = service().tracker().create(service().base());
            Expect.refusedUnsent(
                    service(),
                    "an update to a note that is too long",
                    () -> service()
                            .tracker()
                            .update(
                                    id,
                                    TimeEntryUpdate.builder()
                                            .note("n".repeat(longest + 1))
                                            .build()));
        }
    }

    /** Control characters survive if any Unicode text is permitted, and are invalid if the service uses XML. */
    @Test
    default void keepsControlCharactersOrRefusesThem() {
        Samples samples = new Samples(service());
        for (String character : List.of("\u0000", "\u0001", "\u0008", "\u000b", "\u001f", "\ufffe", "\uffff")) {
            String note = "a" + character + "b";
            if (service().tracker().capabilities().noteCharacters() != NoteCharacters.UNICODE) {
                Expect.refusedUnsent(
                        service(),
                        "a character that XML cannot carry",
                        () -> service().tracker().create(samples.noted(note)));
            } else {
                Expect.survives(service(), samples.noted(note));
            }
        }
    }

    /** The text {@code ]]>} survives, or is invalid if the service cannot store it. */
    @Test
    default void keepsTheEndOfACdataSectionOrRefusesIt() {
        Samples samples = new Samples(service());
        boolean rejected = service().tracker().capabilities().noteCharacters() == NoteCharacters.XML_CDATA;
        TimeEntryId id = service().tracker().create(service().base());
        for (String note : List.of("]]>", "a]]>b", "<![CDATA[ not data ]]> and ]]> again ]]]]>")) {
            TimeEntryUpdate update = TimeEntryUpdate.builder().note(note).build();
            if (rejected) {
                String what = "the end of a CDATA section";
                Expect.refusedUnsent(service(), what, () -> service().tracker().create(samples.noted(note)));
                Expect.refusedUnsent(service(), what, () -> service().tracker().update(id, update));
            } else {
                Expect.survives(service(), samples.noted(note));
                service().tracker().update(id, update);
                assertThat(service().tracker().get(id).note()).isEqualTo(note);
            }
        }
    }

    /** A lone surrogate is invalid for every service, because an encoder would silently replace it. */
    @Test
    default void refusesHalfASurrogatePair() {
        Samples samples = new Samples(service());
        for (String note : List.of("a\ud83d", "\ude80b", "\ude80\ud83d")) {
            Expect.refusedUnsent(
                    service(), "a lone surrogate", () -> service().tracker().create(samples.noted(note)));
        }
    }

    /** A blank note is accepted unchanged. If a note is required, a blank note counts as missing. */
    @Test
    default void takesABlankNoteUnlessOneIsRequired() {
        Samples samples = new Samples(service());
        if (service().tracker().capabilities().required().contains(EntryField.NOTE)) {
            Expect.refusedUnsent(
                    service(), "a blank note", () -> service().tracker().create(samples.noted("  ")));
        } else {
            assertThat(Expect.survives(service(), samples.noted("")).note()).isEmpty();
        }
    }
}
