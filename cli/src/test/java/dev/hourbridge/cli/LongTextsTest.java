package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.cli.config.ConfigurationFile;
import dev.hourbridge.cli.report.Report;
import dev.hourbridge.cli.report.ReportFiles;
import dev.hourbridge.cli.service.Services;
import dev.hourbridge.cli.terminal.RunEstimate;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with notes and names of thousands of characters, and the command in a small heap. */
final class LongTextsTest {
    private static final int ENTRIES = 1_500;
    private static final int WITH_PROJECT = 1_000;
    private static final int CHARACTERS = 8_000;
    private static final String LONG = "\u6642".repeat(CHARACTERS);

    private static final Pattern PROJECT = Pattern.compile("(<project>\\s*<id type=\"integer\">)\\d+");

    private final AtomicInteger projects = new AtomicInteger(1_000);

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void doNotFillTheMemory() throws Exception {
        bench.source.seed(5, ENTRIES);
        try (EchoingProxy proxy = new EchoingProxy(bench.source.url())) {
            bench.replace(bench.source.url().toString(), proxy.url());
            proxy.change = this::lengthened;
            Files.writeString(bench.path("migration.yaml"), bench.yaml());

            assertThat(runInSmallHeap("list").lines().filter(line -> !line.startsWith("2024-")))
                    .anyMatch(line -> line.startsWith(ENTRIES + " entries, "))
                    .anyMatch(line -> line.startsWith("Listed in the service's own order"));
            assertThat(runInSmallHeap("list", "--by", "project")
                            .lines()
                            .filter(line -> line.contains("…"))
                            .count())
                    .isEqualTo(WITH_PROJECT);
            assertThat(runInSmallHeap("plan")).contains(ENTRIES + " entries in the range");
        }
        Evidence.of(Area.MEMORY, "Notes and names of 8,000 characters")
                .tried(
                        "list, list --by project and plan of entries that are each on a project of its own, in a heap of 64 MB")
                .result("read to the end; a name is cut, and a list that is too long is not sorted")
                .count(ENTRIES);
    }

    @Test
    void areNotHeldToBeSortedIfTheyAreInUnknownFields() throws IOException {
        bench.source.seed(5, 600);
        try (EchoingProxy proxy = new EchoingProxy(bench.source.url())) {
            bench.replace(bench.source.url().toString(), proxy.url());
            String unknown = "<long-text>" + LONG + "</long-text></time-entry>";
            proxy.change = body -> new String(body, StandardCharsets.UTF_8)
                    .replace("</time-entry>", unknown)
                    .getBytes(StandardCharsets.UTF_8);

            CommandRun list = bench.run("list");

            assertThat(list.code()).as(list.err()).isZero();
            assertThat(list.out()).contains("\n600 entries, ");
            assertThat(list.err()).contains("Listed in the service's own order");
        }
    }

    @Test
    void areCutInTheReportAndRowsLeftOutBeforeItIsTooLarge() throws IOException {
        bench.withDayEntry(25, "x".repeat(2_000)).withDayEntry(25, "y".repeat(2_000));
        assertThat(bench.run("plan").code()).isZero();
        bench.target.faults().nth(1, Requests.method("POST"), Fault.status(422));
        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(6);
        String page = bench.text("report.html");
        assertThat(page)
                .contains("x".repeat(1_000) + "… (truncated; the JSON report has the full text)")
                .doesNotContain("x".repeat(1_001));
        assertThat(bench.text("report.json")).contains("x".repeat(2_000));

        try (Session session = new Session(
                new CommandRun().context(),
                ConfigurationFile.read(bench.path("migration.yaml"), Services.ALL, bench.environment()::get),
                RunEstimate.Stage.VERIFY)) {
            List<EntryReport> entries = new ArrayList<>();
            session.migration().forEachEntry(entries::add);
            Report many = session.report("apply")
                    .entries(use -> {
                        for (int i = 0; i < 13_000; i++) {
                            entries.forEach(use);
                        }
                    })
                    .build();
            ReportFiles.write(bench.path("many"), many);
        }
        assertThat(bench.text("many.html").lines().filter(line -> line.contains(" more entries, ")))
                .singleElement()
                .asString()
                .matches(".*\\d+ more entries, \\d+ of them to be checked, are only in the text and JSON reports.*");
        assertThat(Files.size(bench.path("many.html"))).isLessThan(30_000_000);
    }

    @Test
    void memoryThatIsFullIsNotCalledTemporary() {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");

        assertThat(Failures.codeOf(new IllegalStateException(new UncheckedIOException(new IOException(full)))))
                .isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(Failures.describe(full)).startsWith("Not enough memory: ").contains("HOURBRIDGE_OPTS=-Xmx2g");
    }

    /** Each entry is on a project of its own. */
    private byte[] lengthened(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8)
                .replace("<![CDATA[", "<![CDATA[" + LONG)
                .replace("<name>", "<name>" + LONG);
        return PROJECT.matcher(text)
                .replaceAll(found -> found.group(1) + projects.incrementAndGet())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String runInSmallHeap(String... arguments) throws IOException, InterruptedException {
        SmallHeap.Result result = SmallHeap.run(64, bench, arguments);
        assertThat(result.code()).as(result.text()).isZero();
        return result.text();
    }
}
