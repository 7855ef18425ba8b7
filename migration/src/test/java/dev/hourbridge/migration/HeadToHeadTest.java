package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of {@code docs/comparison.md}, which is made by {@code -Dhourbridge.head-to-head=write}. */
class HeadToHeadTest {
    private static final String BEGIN = "<!-- head-to-head: made by a test -->\n";
    private static final String END = "<!-- head-to-head: end -->";
    private static final Path PAGE = Path.of("..", "docs", "comparison.md");

    @TempDir
    Path directory;

    @Test
    void thePageHasTheResultOfThreeWaysUnderTheSameFaults() throws IOException {
        HeadToHead headToHead = new HeadToHead(directory);
        HeadToHead.Result ours = headToHead.of(HeadToHead.Way.HOURBRIDGE);
        HeadToHead.Result sendAgain = headToHead.of(HeadToHead.Way.SEND_AGAIN);
        HeadToHead.Result skipEqual = headToHead.of(HeadToHead.Way.SKIP_EQUAL);
        String table = String.join(
                "\n",
                "| of 1,000 entries | lost | duplicated | wrong | runs that reported success wrongly |",
                "|---|---:|---:|---:|---:|",
                ours.row(HeadToHead.Way.HOURBRIDGE),
                sendAgain.row(HeadToHead.Way.SEND_AGAIN),
                skipEqual.row(HeadToHead.Way.SKIP_EQUAL),
                "");
        assertThat(ours).isEqualTo(new HeadToHead.Result(0, 0, 0));
        assertThat(sendAgain.doubled()).isPositive();
        assertThat(skipEqual.lost()).isPositive();

        String page = Files.readString(PAGE);
        String expected =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table + page.substring(page.indexOf(END));
        switch (System.getProperty("hourbridge.head-to-head", "")) {
            case "print" -> System.out.println(table);
            case "write" -> Files.writeString(PAGE, expected);
            default -> {}
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
        Evidence.of(Area.MIGRATION, "Head-to-head")
                .tried("entries under lost, late and failed responses and ends of the process, next to two other ways")
                .result("none lost, none duplicated; both other ways lose or duplicate some")
                .count((long) HeadToHead.RUNS * HeadToHead.ENTRIES);
    }
}
