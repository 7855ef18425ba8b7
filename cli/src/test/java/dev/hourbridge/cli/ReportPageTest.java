package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as an HTML parser reads it: its form, its text, and that it needs and allows nothing else. */
final class ReportPageTest {
    private static final int ERRORS_TRACKED = 100;
    private static final double LEAST_CONTRAST = 4.5;

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = HostileNotes.on(new Bench(directory).withEntries(3));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void isStrictHtmlThatNeedsNothingElseAfterEveryStep() throws Exception {
        List<Document> pages = new ArrayList<>();
        bench.replace("\"25\": \"999\"", "\"24\": \"999\"").run("plan");
        pages.add(page());
        bench.replace("\"24\": \"999\"", "\"25\": \"999\"").run("plan");
        pages.add(page());
        bench.target.faults().nth(3, Requests.method("POST"), Fault.status(422));
        for (String step : List.of("apply", "verify", "undo")) {
            bench.run(step, step.equals("undo") ? new String[] {"--yes"} : new String[0]);
            pages.add(page());
        }

        for (Document page : pages) {
            assertThat(page.getAllElements())
                    .flatExtracting(element -> element.attributes().asList())
                    .extracting(Attribute::getKey)
                    .noneMatch(name -> name.startsWith("on"))
                    .doesNotContain("src", "srcset", "action", "style", "srcdoc", "data", "xlink:href");
            assertThat(page.select("a").eachAttr("href"))
                    .isNotEmpty()
                    .allMatch(link -> page.select(link).hasText());
            assertThat(page.select("[href]:not(a)")).isEmpty();
            assertThat(page.select("link, img, iframe, object, embed, base")).isEmpty();
            assertThat(page.select("script")).hasSize(1);
            assertThat(page.select("style").html()).doesNotContain("url(").doesNotContain("@import");
            assertThat(policy(page))
                    .startsWith("default-src 'none'; ")
                    .contains("script-src " + digest(page.select("script").get(0)))
                    .contains("style-src " + digest(page.select("style").get(0)))
                    .doesNotContain("unsafe");
        }
        Evidence.of(Area.REPORTS, "HTML report, strictly parsed")
                .tried("the page after each step: plan with and without open questions, apply, verify, undo")
                .result("no parse error, no reference to anything outside, a policy that names its one script")
                .count(pages.size());
    }

    @Test
    void keepsEveryNoteAsText() {
        assertThat(bench.run("migrate", "--yes").code()).isZero();

        Document page = page();
        List<String> notes = page.select("#rows td:nth-child(10)").eachText();

        assertThat(notes)
                .containsAll(HostileNotes.ALL.stream()
                        .map(note -> note.replaceAll("\\s+", " "))
                        .toList());
        Evidence.of(Area.REPORTS, "Notes that are markup")
                .tried(
                        "script, img, iframe and svg elements, closing tags, quotes, comments and template syntax in notes")
                .result("each is text of its row, word by word")
                .count(HostileNotes.ALL.size());
    }

    @Test
    void isAccessible() {
        assertThat(bench.run("migrate", "--yes").code()).isZero();

        Document page = page();

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title())
                .isEqualTo("Hourbridge verify: " + page.select("h1").text());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("table"))
                .isNotEmpty()
                .allMatch(table -> !table.select("> caption").text().isBlank());
        assertThat(page.select("th"))
                .isNotEmpty()
                .allMatch(cell -> cell.attr("scope").matches("col|row"));
        assertThat(page.select("th")).allMatch(Element::hasText);
        assertThat(page.select("svg"))
                .allMatch(svg -> svg.attr("aria-hidden").equals("true")
                        || (svg.attr("role").equals("img")
                                && !svg.attr("aria-label").isBlank()));
        assertThat(page.select("input, select"))
                .hasSize(2)
                .allMatch(control -> control.parents().is("label"));
    }

    @Test
    void hasContrastOnLightDarkAndPaper() {
        assertThat(bench.run("plan").code()).isZero();
        String style = page().select("style").html();

        Matcher palettes = Pattern.compile(":root \\{([^}]*)}").matcher(style);
        int pairs = 0;
        while (palettes.find()) {
            String palette = palettes.group(1);
            for (String pair : List.of(
                    "ink/paper",
                    "soft/paper",
                    "soft/band",
                    "ink/band",
                    "ink/open-paper",
                    "done/done-paper",
                    "open/open-paper")) {
                String[] colours = pair.split("/", -1);
                assertThat(contrast(colour(palette, colours[0]), colour(palette, colours[1])))
                        .as(pair + " in " + palette)
                        .isGreaterThanOrEqualTo(LEAST_CONTRAST);
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(21);
        Evidence.of(Area.REPORTS, "Contrast of text")
                .tried("each colour of text on each ground, in the light, the dark and the paper palette")
                .result("4.5 to 1 or more")
                .count(pairs);
    }

    @Test
    void sumsByPersonProjectAndMonthAndAllTogether() {
        assertThat(bench.run("migrate", "--yes").code()).isZero();

        Document page = page();

        assertThat(page.expectFirst("#people tbody tr").text()).isEqualTo("Demo User (999) 13 18:00 18:00 18:00 0:00");
        assertThat(page.expectFirst("#projects tbody tr").text()).startsWith("Time Logging Project (1049) ");
        Element january = page.expectFirst("#sums tbody tr");
        assertThat(january.children().eachText())
                .containsExactly("Time Logging Project (1049)", "–", "2024-01", "3", "3:00", "3:00", "3:00", "0:00");
        assertThat(page.expectFirst("tfoot").text()).isEqualTo("All 13 18:00 18:00 18:00 0:00");
        assertThat(page.select("g > title").eachText()).hasSize(12).contains("Jan 2024: source 3:00, target 3:00 h");
        assertThat(page.select(".soft").text())
                .containsPattern("Written \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");
    }

    @Test
    void saysInWordsWhatIsLostAndWhoBecomesWhom() {
        assertThat(bench.run("migrate", "--yes").code()).isZero();

        Document page = page();

        assertThat(page.body().text())
                .contains("start defaulted")
                .contains("The source has no mapped value, so a default is used.")
                .doesNotContain("START", "DEFAULTED", "SAME_WITH_LOSS");
        assertThat(page.select("table:has(caption:contains(mapping)) tbody tr").eachText())
                .contains("person 25 walter 999 Demo User");
    }

    @Test
    void showsTheStartAndTheValueOfWhatIsLost() {
        OffsetDateTime start = OffsetDateTime.parse("2024-06-03T08:15:00-04:00");
        bench.source.add(StoredLiveTimerEntry.startEnd(25, start, start.plusMinutes(30))
                .projectId(29)
                .activityId(16)
                .note("Lossy")
                .build());
        assertThat(bench.run("migrate", "--yes").code()).isZero();

        Element row = page().expectFirst("#rows tr:has(td:containsOwn(Lossy))");

        assertThat(row.child(4).text()).isEqualTo("08:15");
        assertThat(row.child(10).text())
                .matches("verified; activity dropped: [A-Z].* \\(16\\), client dropped: [A-Z].* \\(\\d+\\)");
        assertThat(bench.text("report.txt")).containsPattern("2024-06-03 08:15  0:30 .*activity dropped: ");
        assertThat(bench.text("report.json")).contains("\"start\" : \"08:15\"").contains("\"sourceValue\" : \"16\"");
    }

    /** An entry is edited at the source, one is deleted, and one is edited on both sides. */
    private void changeBothSides() {
        List<StoredLiveTimerEntry> entries = bench.source.entries();
        try (LiveTimerClient source = LiveTimerClient.builder()
                        .baseUrl(bench.source.url().toString())
                        .login("walter", bench.source.password())
                        .build();
                TeamworkClient target = bench.targetClient()) {
            for (int i : new int[] {0, 2}) {
                source.update(
                        source.entryId(Long.toString(entries.get(i).id())),
                        TimeEntryUpdate.builder().note("<b>edited</b> " + i).build());
            }
            target.list(TimeEntryQuery.all())
                    .filter(row -> row.note().equals("Entry 2"))
                    .forEach(row -> target.update(
                            row.id(),
                            TimeEntryUpdate.builder().note("by a colleague").build()));
        }
        bench.source.remove(entries.get(1).id());
    }

    @Test
    void listsUpdatesWithTheirValuesDeletionsAndConflicts() {
        bench.replace("existing: stop", "existing: stop\n  deleted: delete");
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(page().select("#changes")).isEmpty();
        List<StoredLiveTimerEntry> entries = bench.source.entries();
        changeBothSides();

        bench.run("plan");
        assertThat(page().select("#changes tbody tr td:nth-child(2)").eachText())
                .containsExactlyInAnyOrder(
                        "to be carried out", "to be carried out", "conflict: left unchanged on the target");

        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(8);

        Document page = page();
        assertThat(page.select("nav a[href=#changes]")).hasSize(1);
        assertThat(page.select("#changes tbody tr")).hasSize(3);
        List<String> update = cells(page, entries.get(0).id());
        assertThat(update.subList(0, 2)).containsExactly("update", "carried out");
        assertThat(update.get(4)).isEqualTo("note: Entry 0 \u2192 <b>edited</b> 0");
        assertThat(cells(page, entries.get(1).id()).subList(0, 2)).containsExactly("deletion", "carried out");
        List<String> conflict = cells(page, entries.get(2).id());
        assertThat(conflict.get(1)).isEqualTo("conflict: left unchanged on the target");
        assertThat(conflict.get(4)).isEqualTo("note: Entry 2 \u2192 <b>edited</b> 2");
        assertThat(conflict.get(5)).isEqualTo("note sent as Entry 2, is by a colleague; another user changed its note");
        assertThat(page.select("#changes tr.open")).hasSize(1);
        assertThat(bench.text("report.txt"))
                .contains("Changes to entries that were sent before:", "note Entry 0 -> <b>edited</b> 0 (carried out)");
        assertThat(bench.text("report.json")).contains("\"isDone\" : true", "\"before\" : \"Entry 0\"");
    }

    private static List<String> cells(Document page, long source) {
        return page.expectFirst("#changes tr:has(td:nth-child(3):matchesOwn(^" + source + "$))")
                .children()
                .eachText();
    }

    @Test
    void isNotRedAfterAWholeUndo() {
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        bench.run("undo", "--yes");
        assertThat(page().expectFirst(".sentence").className()).contains("done");
        bench.run("verify");

        Element sentence = page().expectFirst(".sentence");

        assertThat(sentence.className()).contains("done");
        assertThat(sentence.text()).isEqualTo("All 13 entries were undone, and none is on the target.");
    }

    @Test
    void differencesComeBeforeTotalsAndTheEntriesAreAnAppendix() {
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        bench.target.remove(bench.target.entries().get(0).id());
        assertThat(bench.run("verify").code()).isEqualTo(8);

        Document page = page();

        assertThat(page.select("section[id]").eachAttr("id"))
                .containsSubsequence("open", "people", "projects", "details", "mapping", "sums", "entries");
        assertThat(page.select("#open tbody tr")).hasSize(1);
        assertThat(page.select("#open td").get(0).text()).isEqualTo("missing on the target");
        assertThat(page.select("#rows td:nth-child(5)").eachText()).contains("10:00");
        assertThat(page.select("section.appendix")).hasSize(2);
    }

    private Document page() {
        Parser parser = Parser.htmlParser().setTrackErrors(ERRORS_TRACKED);
        Document page = Jsoup.parse(bench.text("report.html"), "", parser);
        assertThat(parser.getErrors()).isEmpty();
        return page;
    }

    private static String policy(Document page) {
        return page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    }

    private static String digest(Element element) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(element.data().getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static int colour(String palette, String name) {
        Matcher matcher = Pattern.compile("--" + name + ": #([0-9a-f]{6});").matcher(palette);
        assertThat(matcher.find()).as(name).isTrue();
        return Integer.parseInt(matcher.group(1), 16);
    }

    /** As the Web Content Accessibility Guidelines reckon it. */
    private static double contrast(int one, int other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
