package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Capabilities.NoteCharacters;
import org.junit.jupiter.api.Test;

class NotesTest {
    @Test
    void areComparedWithoutWhatServicesChange() {
        assertThat(Notes.normalized(" a\r\nb\rc\u0308 \n")).isEqualTo("a\nb\nc\u0308");
        assertThat(Notes.normalized("A\u0308")).isEqualTo("\u00C4");
        assertThat(Notes.normalized("\r\n")).isEmpty();
    }

    @Test
    void carryTheCharactersOfTheFormat() {
        String text = "a\t\n\r \u0000\u001F\uFFFD\uFFFE\uFFFF\uD83D\uDE00b";
        assertThat(Notes.carried(text, NoteCharacters.UNICODE)).isSameAs(text);
        assertThat(Notes.carried(text, NoteCharacters.XML))
                .isEqualTo("a\t\n\r \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uD83D\uDE00b");
        assertThat(Notes.carried("x\uD83D y\uDE00z\uDFFF\uE000\uD7FF", NoteCharacters.UNICODE))
                .isEqualTo("x\uFFFD y\uFFFDz\uFFFD\uE000\uD7FF");
        assertThat(Notes.carried("a]]>b]]>", NoteCharacters.XML_CDATA)).isEqualTo("a]] >b]] >");
        assertThat(Notes.carried("a]]>b", NoteCharacters.XML)).isEqualTo("a]]>b");
        assertThat(Notes.carried("a]]>\u0001", NoteCharacters.XML_CDATA)).isEqualTo("a]] >\uFFFD");
    }

    @Test
    void areCutBetweenCharacters() {
        String text = "ab\uD83D\uDE00c";
        assertThat(Notes.cut(text, 5)).isSameAs(text);
        assertThat(Notes.cut(text, 4)).isEqualTo("ab\uD83D\uDE00");
        assertThat(Notes.cut(text, 3)).isEqualTo("ab");
        assertThat(Notes.cut(text, 2)).isEqualTo("ab");
        assertThat(Notes.cut(text, 1)).isEqualTo("a");
        assertThat(Notes.cut(text, 0)).isEmpty();
        assertThat(Notes.cut("\uD83D\uDE00", 1)).isEmpty();
    }
}
