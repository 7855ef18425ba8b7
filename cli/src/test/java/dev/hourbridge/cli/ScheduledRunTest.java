package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.FaultPlan;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crontab line and the systemd units of {@code docs/migrating.md}, as cron and systemd run them. */
final class ScheduledRunTest {
    private static final Path PAGE = Path.of("..", "docs", "migrating.md");
    private static final Pattern CRON = Pattern.compile("(?m)^(\\d+) (\\d+) \\* \\* \\*  (.+)$");
    private static final Pattern FILE = Pattern.compile("(?s)```\\w+\\n# (/\\S+)\\n(.*?)```");
    private static final Pattern SETTING = Pattern.compile("(?m)^(\\w+)=\"?(.*?)\"?$");
    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    Path directory;

    private Bench bench;
    private Path launcher;
    private String page;

    @BeforeEach
    void install() throws IOException {
        bench = new Bench(directory).withEntries(3);
        configure();
        page = Files.readString(PAGE);
        launcher = Files.writeString(directory.resolve("launcher"), """
                #!/bin/sh
                XDG_STATE_HOME='%s' exec '%s' --enable-native-access=ALL-UNNAMED -Dslf4j.internal.verbosity=ERROR -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
                """.formatted(
                        directory.resolve("state"),
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(directory.resolve("credentials.env"), file("credentials.env"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** What cron does every night, and what it mails. */
    @Test
    void theMailOfANightHasWhatIsWrongAndTheExitCodeOfThePage() throws Exception {
        assertThat(night()).as("the first night").isEmpty();
        assertThat(bench.target.entries()).hasSize(3);
        bench.withDayEntry(26, "Logged later");
        assertThat(night()).as("the second night").isEmpty();
        assertThat(bench.target.entries()).hasSize(4);
        assertThat(night()).as("a night without a change").isEmpty();
        assertThat(bench.posts()).isEqualTo(4);

        String people = "people: { \"25\": \"999\", \"26\": \"1000\" }";
        bench.replace(people, "people: { \"25\": \"999\" }");
        assertThat(night()).contains("Decision needed: ").endsWith("\nexit code 4\n");
        bench.replace("people: { \"25\": \"999\" }", people).replace("to: 2024-12-31", "to: 2024-11-30");
        assertThat(night()).contains("which a later plan cannot narrow").endsWith("\nexit code 12\n");
        bench.replace("to: 2024-11-30", "to: 2024-12-31");
        editARow();
        assertThat(night()).contains("NOT FINISHED: 1 different").endsWith("\nexit code 8\n");
        bench.source.close();
        assertThat(night()).contains("connection refused").endsWith("\nexit code 5\n");
        assertThat(bench.posts()).isEqualTo(4);
        for (int code : new int[] {0, 4, 5, 8, 12}) {
            assertThat(page).containsPattern("(?m)^\\| (\\d+, )?" + code + " \\| ");
        }
    }

    /** The first run waits for a response while the second one begins. */
    @Test
    void aRunWhileAnotherOneUsesTheLedgerSendsNothingAndDoesNotDisturbIt() throws Exception {
        FaultPlan faults = bench.target.faults();
        faults.nth(1, Requests.method("POST"), Fault.held());
        Process first = cron();
        while (faults.fired() == 0 && first.isAlive()) {
            first.waitFor(5, TimeUnit.MILLISECONDS);
        }

        assertThat(night()).contains("is in use by another process").endsWith("\nexit code 5\n");

        faults.clear().release();
        assertThat(output(first)).isEmpty();
        assertThat(bench.target.entries()).hasSize(3);
        assertThat(bench.posts()).isEqualTo(3);
    }

    @Test
    void theServiceRunsTheSameCommandAtTheSameTime() throws Exception {
        String service = file("hourbridge.service");
        String command = setting(service, "ExecStart");
        assertThat(setting(service, "Type")).isEqualTo("oneshot");
        ProcessBuilder started = new ProcessBuilder("/bin/sh", "-c", "exec " + command)
                .directory(Path.of(setting(service, "WorkingDirectory")).toFile())
                .redirectErrorStream(true);
        started.environment().clear();
        started.environment().putAll(settings(Files.readString(Path.of(setting(service, "EnvironmentFile")))));

        assertThat(output(started.start())).contains("All 3 entries are on the target");

        assertThat(bench.target.entries()).hasSize(3);
        MatchResult cron = cronLine();
        assertThat(here(cron.group(3))).contains(command + " -q ||");
        assertThat(setting(file("hourbridge.timer"), "OnCalendar"))
                .isEqualTo("*-*-* %02d:%02d", Integer.parseInt(cron.group(2)), Integer.parseInt(cron.group(1)));
    }

    @Test
    void systemdAcceptsTheUnits() throws Exception {
        Path analyze = Path.of("/usr/bin/systemd-analyze");
        assumeTrue(
                Files.isExecutable(analyze),
                "SKIPPED: no systemd-analyze on this machine, so it did not read the units.");
        for (String unit : List.of("hourbridge.service", "hourbridge.timer")) {
            Path file = Files.writeString(directory.resolve(unit), file(unit));
            Process verify = new ProcessBuilder(analyze.toString(), "verify", "--man=no", file.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(output(verify)).doesNotContain(unit);
            assertThat(verify.exitValue()).isZero();
        }
    }

    /** One night: what the line prints, which is what cron mails. */
    private String night() throws Exception {
        return output(cron());
    }

    private Process cron() throws IOException {
        configure();
        String command = here(cronLine().group(3));
        assertThat(command).as("cron takes it for the end of the line").doesNotContain("%");
        ProcessBuilder cron = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true);
        cron.environment().clear();
        cron.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "SHELL", "/bin/sh", "HOME", directory.toString()));
        return cron.start();
    }

    private void configure() throws IOException {
        Files.writeString(directory.resolve("migration.yaml"), bench.yaml());
    }

    private MatchResult cronLine() {
        return CRON.matcher(page).results().findFirst().orElseThrow();
    }

    private static String output(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    /** A file of the page, by its name, with the paths and credentials of this test. */
    private String file(String name) {
        return FILE.matcher(page)
                .results()
                .filter(file -> file.group(1).endsWith("/" + name))
                .map(file -> here(file.group(2)))
                .collect(Collectors.joining());
    }

    private String here(String text) {
        return text.replace("/usr/local/bin/hourbridge", launcher.toString())
                .replace("/srv/hours", directory.toString())
                .replace("sesame", bench.source.password())
                .replace("twp_demo", bench.target.apiKey());
    }

    private static String setting(String file, String name) {
        return Optional.ofNullable(settings(file).get(name)).orElseThrow();
    }

    private static Map<String, String> settings(String file) {
        return SETTING.matcher(file)
                .results()
                .collect(Collectors.toMap(setting -> setting.group(1), setting -> setting.group(2)));
    }

    private void editARow() {
        try (TeamworkClient client = bench.targetClient()) {
            String row = Long.toString(bench.target.entries().get(0).id());
            client.update(
                    TimeEntryId.of(client.account(), row),
                    TimeEntryUpdate.builder().note("By another user").build());
        }
    }
}
