package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The report as a browser shows it. Runs with {@code -Pbrowser}, which wants a Chromium, and with
 * {@code -Pfull}, which says so where there is none.
 */
@Tag("browser")
final class ReportInBrowserTest {
    private static final int ENTRIES = 40;
    private static final Path PICTURES = Path.of("target", "browser");
    private static final int TAB = 9;
    private static final int ENTER = 13;
    private static final int MAX_STOPS = 100;

    /** The element has an outline, and its beginning is on the screen. */
    private static final String IS_FOCUS_SHOWN = """
            (function () {
              var box = document.activeElement.getBoundingClientRect();
              return getComputedStyle(document.activeElement).outlineStyle !== 'none'
                  && box.left >= 0 && box.left < innerWidth && box.top < innerHeight && box.bottom > 0;
            })()""";

    private static final String IS_AFTER_THE_STOP_BEFORE = """
            (function () {
              var before = window.before;
              window.before = document.activeElement;
              return (before.compareDocumentPosition(window.before) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
            })()""";

    @TempDir
    static Path directory;

    private static Path report = Path.of("");
    private static @Nullable Chromium running;

    @BeforeAll
    static void start() throws Exception {
        running = Chromium.startOrSkip(directory.resolve("profile"));
        try (Bench bench = HostileNotes.on(new Bench(directory).withEntries(ENTRIES))) {
            assertThat(bench.run("migrate", "--yes").code()).isZero();
            report = bench.path("report.html");
        }
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() throws Exception {
        if (running != null) {
            running.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        browser().call("Emulation.clearDeviceMetricsOverride", "{}");
        browser().call("Emulation.setEmulatedMedia", "{\"media\": \"\"}");
        browser().open(report);
    }

    @Test
    void leavesEveryHostileNoteAsText() throws Exception {
        assertThat(browser().evaluate("document.title").asText()).startsWith("Hourbridge verify");
        assertThat(browser().evaluate("typeof window.taken").asText()).isEqualTo("undefined");
        assertThat(browser().evaluate("document.scripts.length").asInt()).isEqualTo(1);
        assertThat(browser()
                        .evaluate(
                                "document.images.length + document.querySelectorAll('iframe, base, a:not([href^=\"#\"])').length")
                        .asInt())
                .isZero();
        assertThat(browser()
                        .evaluate("document.querySelectorAll('#rows tr').length")
                        .asInt())
                .isEqualTo(ENTRIES + HostileNotes.ALL.size());
        for (String note : HostileNotes.ALL) {
            String cells =
                    "Array.from(document.querySelectorAll('#rows td:nth-child(10)')).some(c => c.textContent === '"
                            + note.replace("\\", "\\\\").replace("'", "\\'") + "')";
            assertThat(browser().evaluate(cells).asBoolean()).as(note).isTrue();
        }
        assertThat(browser().complaints()).isEmpty();
        Evidence.of(Area.REPORTS, "Notes that are markup, in Chromium")
                .tried("the page with each of them is opened")
                .result("each is text; no script ran, no request was made, the console is empty")
                .count(HostileNotes.ALL.size());
    }

    @Test
    void refusesAScriptThatIsNotItsOwn() throws Exception {
        Path forged = directory.resolve("forged.html");
        Files.writeString(
                forged,
                Files.readString(report)
                        .replace(
                                "</main>",
                                "<script>window.taken = true</script><img src=x onerror='window.taken = true'></main>"));

        browser().open(forged);

        assertThat(browser().evaluate("document.scripts.length").asInt()).isEqualTo(2);
        assertThat(browser().evaluate("typeof window.taken").asText()).isEqualTo("undefined");
        assertThat(browser().complaints()).anyMatch(text -> text.contains("Content Security Policy"));
        Evidence.of(Area.REPORTS, "Foreign script in the page, in Chromium")
                .tried("a script element and an event handler are put into the file by hand")
                .result("the page's policy refuses to run them")
                .count(2);
    }

    @Test
    void filtersByWordsAndByVerdict() throws Exception {
        assertThat(shown()).isEqualTo(ENTRIES + HostileNotes.ALL.size());

        type("2024-01-09");
        assertThat(shown()).isEqualTo(1);
        assertThat(browser()
                        .evaluate("document.getElementById('count').textContent")
                        .asText())
                .isEqualTo("1 of " + (ENTRIES + HostileNotes.ALL.size()) + " shown");
        type("ENTRY 2024-01-02");
        assertThat(shown()).isEqualTo(1);
        type("<script>");
        assertThat(shown()).isEqualTo(4);
        type("no such thing");
        assertThat(shown()).isZero();
        type("");
        choose("the same except for declared losses");
        assertThat(shown()).isEqualTo(ENTRIES + HostileNotes.ALL.size());
        assertThat(browser().complaints()).isEmpty();
        Evidence.of(Area.REPORTS, "Filter of the page, in Chromium")
                .tried("words in any case, markup, words that are nowhere, nothing, a verdict")
                .result("as many rows are shown as match, and the page states how many")
                .count(5);
    }

    @Test
    void canBeUsedWithAKeyboardOnly() throws Exception {
        browser().press("Tab", TAB);
        assertThat(focused("className")).as("the first stop skips the contents").isEqualTo("skip");
        assertThat(browser().evaluate(IS_FOCUS_SHOWN).asBoolean()).isTrue();
        browser().press("Enter", ENTER);
        browser().press("Tab", TAB);
        assertThat(browser()
                        .evaluate("document.getElementById('main').contains(document.activeElement)")
                        .asBoolean())
                .isTrue();

        browser().evaluate("window.before = document.activeElement");
        Set<String> stops = new LinkedHashSet<>();
        while (!focused("id").equals("verdict") && stops.size() < MAX_STOPS) {
            stops.add(focused("tagName") + focused("textContent"));
            assertThat(browser().evaluate(IS_FOCUS_SHOWN).asBoolean())
                    .as("%s", stops)
                    .isTrue();
            if (focused("tagName").equals("SUMMARY")) {
                browser().press("Enter", ENTER);
                assertThat(browser()
                                .evaluate("document.activeElement.parentElement.open")
                                .asBoolean())
                        .isTrue();
            }
            browser().press("Tab", TAB);
            assertThat(browser().evaluate(IS_AFTER_THE_STOP_BEFORE).asBoolean())
                    .as("%s", stops)
                    .isTrue();
        }
        assertThat(stops).anyMatch(stop -> stop.startsWith("SUMMARY")).anyMatch(stop -> stop.startsWith("INPUT"));
        assertThat(stops).hasSizeLessThan(MAX_STOPS);
    }

    private static String focused(String property) throws Exception {
        return browser().evaluate("document.activeElement." + property).asText();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1100})
    void fitsTheScreen(int width) throws Exception {
        browser().resize(width, 900);

        assertThat(browser().evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        picture("width-" + width);
    }

    @Test
    void fitsThePaper() throws Exception {
        browser().call("Emulation.setEmulatedMedia", "{\"media\": \"print\"}");
        assertThat(browser()
                        .evaluate("getComputedStyle(document.querySelector('.filter label')).display")
                        .asText())
                .isEqualTo("none");
        assertThat(browser().evaluate("getComputedStyle(document.body).color").asText())
                .isEqualTo("rgb(0, 0, 0)");

        // A4 at 96 dots an inch, without its margins: what the page prints on.
        browser().resize(703, 1000);
        assertThat(browser().evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(703);
        byte[] pdf = browser().print();
        Files.write(PICTURES.resolve("report.pdf"), pdf);
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        Evidence.of(Area.REPORTS, "Phone, screen and paper, in Chromium")
                .tried("the page 320, 390 and 1,100 pixels wide, and on A4")
                .result("nothing is cut off at the side; on paper without the filter, in black on white")
                .count(4);
    }

    private static Chromium browser() {
        return Objects.requireNonNull(running);
    }

    private static int shown() throws Exception {
        return browser()
                .evaluate("Array.from(document.querySelectorAll('#rows tr')).filter(r => r.offsetHeight > 0).length")
                .asInt();
    }

    private static void type(String words) throws Exception {
        browser().evaluate("document.getElementById('words').focus(); document.getElementById('words').select()");
        browser().press("Backspace", 8);
        if (!words.isEmpty()) {
            browser().call("Input.insertText", "{\"text\": \"%s\"}".formatted(words));
        }
    }

    private static void choose(String verdict) throws Exception {
        browser()
                .evaluate("var v = document.getElementById('verdict'); v.value = '" + verdict
                        + "'; v.dispatchEvent(new Event('change'))");
    }

    private static void picture(String name) throws Exception {
        byte[] png = browser().picture();
        Files.write(PICTURES.resolve(name + ".png"), png);
        assertThat(png).hasSizeGreaterThan(1000);
    }
}
