package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every service to every other, by the command, with what the services themselves hold as the judge. */
final class TwelveRoutesTest {
    private static final long SEED = 20_240_229;
    private static final int ENTRIES = Boolean.getBoolean("hourbridge.full") ? 200 : 100;
    private static final int TEAMPULSE_NOTE = 128;

    /** What each kind of loss befalls, told from the source's own entries. */
    private static final Map<String, Predicate<Work>> BEFALLS = Map.ofEntries(
            Map.entry("person defaulted", work -> work.person().isEmpty()),
            Map.entry("project mapped", work -> !work.project().isEmpty()),
            Map.entry("project defaulted", work -> work.project().isEmpty()),
            Map.entry("task dropped", Work::onTask),
            Map.entry("task defaulted", work -> work.project().isEmpty()),
            Map.entry("activity dropped", work -> !work.activity().isEmpty()),
            Map.entry("activity defaulted", work -> work.activity().isEmpty()),
            Map.entry("client dropped", Work::hasClient),
            Map.entry("note cut", work -> work.note().length() > TEAMPULSE_NOTE),
            Map.entry("note changed", work -> work.note().contains("]]>")),
            Map.entry("note defaulted", work -> work.note().isBlank()),
            Map.entry("date moved", work -> !work.day().equals(work.dayInNewYork())),
            Map.entry("start dropped", work -> work.start() != null),
            Map.entry("start defaulted", work -> work.start() == null),
            Map.entry("start ambiguous", Work::startsInRepeatedHour),
            Map.entry("duration rounded", work -> work.seconds() % 60 != 0),
            Map.entry("billable dropped", Work::saysBillable),
            Map.entry("tags dropped", Work::hasTags),
            Map.entry("invoice dropped", Work::isInvoiced));

    @TempDir
    Path directory;

    /**
     * The losses are predicted from what is documented of the services. A ticket of Codebase is dropped where
     * no task is mapped to it; a project gone to TeamPulse is mapped to a task of its own.
     */
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            codebase  | teamwork  | person defaulted, task dropped, start defaulted
            codebase  | teampulse | person defaulted, project mapped, task dropped, note cut
            codebase  | livetimer | person defaulted, task dropped, note changed
            teamwork  | codebase  | client dropped, note defaulted, start dropped, billable dropped, tags dropped, invoice dropped
            teamwork  | teampulse | project mapped, client dropped, note cut, start dropped, billable dropped, tags dropped, invoice dropped
            teamwork  | livetimer | client dropped, note changed, billable dropped, tags dropped, invoice dropped
            teampulse | codebase  | activity dropped, note defaulted, duration rounded
            teampulse | teamwork  | activity dropped, start defaulted, duration rounded
            teampulse | livetimer | note changed, duration rounded
            livetimer | codebase  | project defaulted, activity dropped, client dropped, note defaulted, start dropped
            livetimer | teamwork  | project defaulted, activity dropped, client dropped, date moved, start defaulted, start ambiguous
            livetimer | teampulse | project mapped, task defaulted, activity defaulted, client dropped, note cut, start dropped
            """)
    void movesEveryEntryOnceAndLosesWhatWasForeseen(String from, String to, String losses) {
        try (RouteSide source = RouteSide.start(from);
                RouteSide target = RouteSide.start(to)) {
            source.seed(SEED, ENTRIES);
            Route route = new Route(source, target, directory);

            CommandRun first = route.migrate();

            assertThat(first.code()).as("%s%s", first.err(), first.out()).isZero();
            assertThat(route.losses()).isEqualTo(predicted(losses, source.works()));
            assertThat(sums(target.works(), target)).isEqualTo(sums(source.works(), target));
            assertThat(target.posts()).isEqualTo(source.works().size());

            CommandRun second = route.migrate();

            assertThat(second.code()).as("%s%s", second.err(), second.out()).isZero();
            assertThat(target.posts()).isEqualTo(source.works().size());
            assertThat(route.run("plan").out())
                    .as("with the same mapping, nothing would be different")
                    .contains("Nothing remains to send.")
                    .doesNotContain("with a different mapping");
        }
    }

    private static Map<String, Long> predicted(String losses, List<Work> works) {
        Map<String, Long> predicted = new TreeMap<>();
        for (String loss : losses.split(", ", -1)) {
            long count = works.stream().filter(BEFALLS.get(loss)).count();
            assertThat(count).as("entries for %s", loss).isPositive();
            predicted.put(loss, count);
        }
        return predicted;
    }

    /** Entries and minutes, with the people, projects and days that they have at the target. */
    private static Map<Work.Group, String> sums(List<Work> works, RouteSide target) {
        return works.stream()
                .collect(Collectors.groupingBy(
                        work -> group(work, target),
                        Collectors.collectingAndThen(
                                Collectors.summarizingLong(
                                        work -> target instanceof TeamPulseSide ? work.seconds() : 60 * work.minutes()),
                                TwelveRoutesTest::words)));
    }

    private static Work.Group group(Work work, RouteSide target) {
        return new Work.Group(
                work.person().isEmpty() ? "0" : work.person(),
                work.project().isEmpty() ? "A" : work.project(),
                YearMonth.from(target instanceof TeamworkSide ? work.dayInNewYork() : work.day()));
    }

    private static String words(LongSummaryStatistics seconds) {
        return seconds.getCount() + " entries, " + seconds.getSum() + " seconds";
    }
}
