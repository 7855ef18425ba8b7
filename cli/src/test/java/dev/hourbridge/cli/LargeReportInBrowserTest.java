package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a year, and of three years, as a browser shows and prints it. */
@Tag("browser")
final class LargeReportInBrowserTest {
    private static final Path PICTURES = Path.of("target", "browser");
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final int REJECTED = 12;
    private static final int MISSING = 30;
    private static final int EDITED = 40;
    private static final int OPEN = REJECTED + MISSING + EDITED;

    /** More rows than these, all as planned, are in the text and JSON reports only. */
    private static final int MAX_ROWS = 5_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"3000, 12, 2024", "30000, 30, 2022"})
    void isReadableOnAScreenOnAPhoneAndOnPaper(int entries, int perDay, int firstYear) throws Exception {
        Files.createDirectories(PICTURES);
        try (Chromium browser = Chromium.startOrSkip(directory.resolve("profile"))) {
            browser.open(report(entries, perDay, firstYear));

            assertThat(count(browser, "#open tbody tr")).isEqualTo(OPEN);
            assertThat(count(browser, "#people tbody tr")).isEqualTo(7);
            assertThat(count(browser, "#months figure")).isEqualTo(2025 - firstYear);
            assertThat(count(browser, "#rows tr")).isBetween(Math.min(entries / 2, MAX_ROWS), MAX_ROWS + OPEN);
            for (int width : new int[] {1280, 390}) {
                browser.resize(width, 900);
                for (String section : List.of("open", "people", "months", "entries")) {
                    browser.evaluate("document.getElementById('" + section + "').scrollIntoView()");
                    Files.write(
                            PICTURES.resolve("report-" + entries + "-" + width + "-" + section + ".png"),
                            browser.picture());
                }
                assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .isLessThanOrEqualTo(width);
                assertThat(browser.evaluate("Math.min.apply(null, Array.from(document.querySelectorAll('caption'))"
                                        + ".filter(c => c.offsetHeight > 0).map(c => c.offsetWidth))")
                                .asInt())
                        .as("the narrowest caption")
                        .isGreaterThan(300);
            }
            byte[] pdf = browser.print();
            Files.write(PICTURES.resolve("report-" + entries + ".pdf"), pdf);
            assertThat(PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                            .results())
                    .hasSizeBetween(3, 19);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static int count(Chromium browser, String selector) throws Exception {
        return browser.evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }

    /** Moves the entries; the target rejects some, and other users edit and delete some of the rows. */
    private Path report(int entries, int perDay, int firstYear) throws IOException {
        try (Story story = new Story(directory).withEntries(entries, perDay, firstYear)) {
            story.type("range: { from: " + firstYear + "-01-01, to: 2024-12-31 }");
            story.type("mapping: " + story.mapping);
            assertThat(story.run("map").code()).isZero();
            story.fillIn("306", "\"707\"");
            story.fillIn("307", "skip");
            for (int i = 0; i < REJECTED; i++) {
                story.target.faults().nth(200 + 97 * i, Requests.method("POST"), Fault.status(422));
            }
            CommandRun migrate = story.run("migrate", "--yes");
            assertThat(migrate.code()).as(migrate.err()).isEqualTo(6);
            List<StoredTeamworkEntry> rows = story.target.entries();
            for (int i = 0; i < MISSING; i++) {
                story.target.remove(rows.get(100 + 41 * i).id());
            }
            try (TeamworkClient client = story.targetClient()) {
                for (int i = 0; i < EDITED; i++) {
                    String id = Long.toString(rows.get(120 + 41 * i).id());
                    client.update(
                            TimeEntryId.of(client.account(), id),
                            TimeEntryUpdate.builder()
                                    .note("Edited by another user")
                                    .build());
                }
            }
            assertThat(story.run("verify").code()).isEqualTo(8);
            return Files.copy(story.report(), directory.resolve("shown.html"));
        }
    }
}
