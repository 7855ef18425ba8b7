package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads who did something wrong: the option, the line of the file, or the request. */
final class MessagesTest {
    @TempDir
    Path directory;

    private final List<String> tried = new ArrayList<>();
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
    void ofAHostThatIsNotKnownSaysWhichKeyToCheck() {
        CommandRun plan = bench.replace(bench.source.url().toString(), "https://nowhere.invalid")
                .run("plan");

        assertThat(plan.code()).isEqualTo(5);
        assertThat(plan.err())
                .contains("nowhere.invalid")
                .contains("unknown host")
                .contains("Check url in the configuration file");
    }

    @Test
    void nameTheOption() {
        isSaid(new CommandRun().started("plam", "-c", "x"), 2, "There is no command plam", "hourbridge plan");
        isSaid(new CommandRun().started("plan"), 2, "--config");
        isSaid(bench.run("list", "--form", "csv"), 2, "--form", "--format");
        isSaid(bench.run("list", "--from", "2024-13-01"), 2, "--from", "specify a day such as 2007-12-31");
        isSaid(bench.run("list", "--by", "colour"), 2, "--by", "colour");
        isSaid(bench.run("list", "--side", "left"), 2, "--side", "left");
        isSaid(bench.run("plan", "--fail-on-loss", "colour"), 2, "--fail-on-loss", "colour");
        isSaid(new CommandRun().started("demo", "--entries", "many"), 2, "--entries", "many");
        record("an option, a command or an option's value", "the message names the option");
    }

    @Test
    void nameTheLineOfTheFile() {
        String url = bench.target.url().toString();
        isSaid(
                bench.replace(url, "ftp//x y").run("plan"),
                3,
                "migration.yaml:7: target.url: text that is not an http URL");
        isSaid(
                bench.replace("ftp//x y", "http://example.com").run("plan"),
                3,
                "migration.yaml:7: target.url: a plain HTTP URL",
                "allowInsecureHttp: true");
        bench.replace("http://example.com", url);
        isSaid(
                bench.replace("${TEAMWORK_API_KEY}", "").run("plan"),
                3,
                "migration.yaml:9: target.credentials: apiKey: blank text");
        isSaid(
                bench.replace("apiKey: \"\"", "apiKey: \"${NO_SUCH}\"").run("plan"),
                3,
                "migration.yaml:9: target.credentials.apiKey: the environment variable NO_SUCH is not set");
        isSaid(
                bench.replace("service: teamwork", "service: teamwrk").run("plan"),
                3,
                "migration.yaml:6: target.service");
        isSaid(
                bench.replace("service: teamwrk", "service: teamwork")
                        .replace("${NO_SUCH}", "${TEAMWORK_API_KEY}")
                        .replace("existing: stop", "existng: stop")
                        .run("plan"),
                3,
                "did you mean existing?");
        record("a value or a key of the file", "the message names the line and the key");
    }

    @Test
    void nameTheFileThatCannotBeWritten() throws IOException {
        Files.createDirectory(bench.path("folder"));
        Files.writeString(bench.path("file"), "");
        String ledger = bench.path("migration.db").toString();
        isSaid(
                bench.replace(ledger, bench.path("folder").toString()).run("plan"),
                3,
                "migration.yaml:19: ledger: is a directory");
        isSaid(
                bench.replace(
                                bench.path("folder").toString(),
                                bench.path("no/x.db").toString())
                        .run("plan"),
                3,
                "migration.yaml:19: ledger: its directory does not exist; create it");
        bench.replace(bench.path("no/x.db").toString(), ledger);
        String report = "report: " + bench.path("report");
        isSaid(
                bench.replace(report, "report: " + bench.path("file/report")).run("plan"),
                3,
                "migration.yaml:20: report: its directory does not exist; create it");
        Files.createDirectory(bench.path("report.html"));
        isSaid(
                bench.replace("report: " + bench.path("file/report"), report).run("plan"),
                3,
                "migration.yaml:20: report: is a directory");
        assertThat(Files.exists(bench.path("migration.db"))).isFalse();
        isSaid(
                new CommandRun()
                        .started("plan", "-c", bench.path("nowhere.yaml").toString()),
                3,
                "nowhere.yaml: the file does not exist");
        isSaid(
                new CommandRun().started("plan", "-c", bench.path("folder").toString()),
                3,
                "folder: is a directory; specify a file");
        record(
                "a file or directory that is not as it must be",
                "the message names it, before anything is read or sent");
    }

    @Test
    void nameTheRequestAndTheServicesOwnWords() {
        CommandRun list = bench.replace("${LIVETIMER_PASSWORD}", "wrong").run("list");

        isSaid(list, 3, "GET ", "/time_entries.xml", "401", "Access denied");
        assertThat(list.out()).isEmpty();
        record(
                "a password",
                "the message names the request and has the service's own words; the list has no empty head");
    }

    @Test
    void nameTheKeyOfAValueThatTheTargetCannotHave() {
        isSaid(
                bench.withEntries(1)
                        .replace("\"26\": \"1000\"", "\"26\": \"no-such\"")
                        .run("plan"),
                3,
                "migration.yaml:12: map.people.26: no person on the target can have this id");
        isSaid(
                bench.replace("\"no-such\"", "\"1000\"")
                        .replace("existing: stop", "existing: stop\n  requestTimeout: 60s")
                        .run("plan"),
                3,
                "migration.yaml:18: policy.requestTimeout: is more than half of settle",
                "policy.settle");
        isSaid(
                bench.replace("requestTimeout: 60s", "requestTimeout: 60s\n  settle: 100s")
                        .run("plan"),
                3,
                "migration.yaml:19: policy.settle: is less than twice requestTimeout");
        isSaid(
                bench.replace("requestTimeout: 60s\n  settle: 100s", "marker: tag")
                        .replace("service: teamwork", "service: livetimer")
                        .replace("  zone: America/New_York\n", "")
                        .replace("{ apiKey: \"${TEAMWORK_API_KEY}\" }", "{ username: a, password: b }")
                        .run("plan"),
                3,
                "target.credentials: the target does not accept these credentials");
        record("an id, a span or a credential", "the message names the key and its line");
    }

    @Test
    void nameTheTargetsCredentialBeforeTheMappingIsAsked() {
        isSaid(
                bench.withEntries(3)
                        .replace("${TEAMWORK_API_KEY}", "twp_wrong")
                        .replace("{ \"25\": \"999\", \"26\": \"1000\" }", "{}")
                        .run("plan"),
                3,
                "migration.yaml:9: target.credentials: the target does not accept these credentials",
                "401");
        assertThat(bench.path("migration.db")).doesNotExist();
    }

    @Test
    void nameTheSourcesCredential() {
        bench.withEntries(3).replace("${LIVETIMER_PASSWORD}", "wrong");
        String words = "migration.yaml:4: source.credentials: the source does not accept these credentials";

        isSaid(bench.run("plan"), 3, words, "401");
        isSaid(bench.run("list"), 3, words, "401");
        isSaid(
                bench.replace("wrong", "${LIVETIMER_PASSWORD}")
                        .replace("${TEAMWORK_API_KEY}", "twp_wrong")
                        .run("list", "--side", "target"),
                3,
                "migration.yaml:9: target.credentials: the target does not accept these credentials");
    }

    @Test
    void sayWhatElseTeamPulseMayWant() throws IOException {
        try (TeamPulseSide teamPulse = new TeamPulseSide()) {
            String yaml = "source:\n  service: teampulse\n  " + String.join("\n  ", teamPulse.yaml()) + "\n";
            String url = teamPulse.yaml().get(0);
            isSaid(
                    list(yaml.replace(url, url.replaceFirst("(://[^/]*).*", "$1/Elsewhere")), teamPulse),
                    3,
                    "source",
                    "404",
                    "application's path");
            isSaid(
                    list(yaml.replace("service: teampulse", "service: teampulse\n  tokenForm: quoted"), teamPulse),
                    3,
                    "person.yaml:",
                    "source.credentials: the source does not accept these credentials",
                    "another tokenForm");
        }
    }

    private CommandRun list(String yaml, RouteSide end) throws IOException {
        Path file = bench.path("person.yaml");
        Files.writeString(file, yaml);
        return new CommandRun().with(end.environment()).started("list", "-c", file.toString());
    }

    @Test
    void sayWhatIsWrongWithAFileThatIsNone() {
        isSaid(bench.run("plan", "--only", "nofile"), 2, "--only nofile: the file does not exist");
        isSaid(
                new CommandRun().started("plan", "-c", directory.toString()),
                3,
                directory + ": is a directory; specify a file");
    }

    @Test
    void nameTheVerbThatIsTheDryRun() {
        isSaid(bench.run("migrate", "--dry-run"), 2, "--dry-run", "hourbridge plan is the dry run");
    }

    @Test
    void helpIsACommandToo() {
        CommandRun help = new CommandRun().started("help");
        CommandRun option = new CommandRun().started("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).isEqualTo(option.out()).contains("Examples:");
        assertThat(new CommandRun().started("help", "plan").out()).contains("--fail-on-loss");
    }

    @Test
    void nameThePersonWhoseCredentialIsWrong() throws IOException {
        Path file = bench.path("person.yaml");
        Files.writeString(
                file, """
                source:
                  service: teamwork
                  url: %s
                  zone: America/New_York
                  credentials: { apiKey: "${TEAMWORK_API_KEY}" }
                target:
                  service: livetimer
                  url: %s
                  credentials: { username: walter, password: "${LIVETIMER_PASSWORD}" }
                  people:
                    "25": { username: walter, password: "${LIVETIMER_PASSWORD}" }
                    "26": { username: olive, password: wrong }
                range: { from: 2024-01-01, to: 2024-12-31 }
                ledger: %s
                report: %s
                """.formatted(bench.target.url(), bench.source.url(), bench.path("p.db"), bench.path("p")));

        isSaid(
                new CommandRun().with(bench.environment()).started("plan", "-c", file.toString()),
                3,
                "person.yaml:12: target.people.26: the target does not accept these credentials",
                "401");
    }

    private void isSaid(CommandRun run, int code, String... words) {
        assertThat(run.err())
                .contains(words)
                .doesNotContain("\tat ")
                .doesNotContain("java.")
                .doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(code);
        tried.add(run.err());
    }

    private void record(String what, String result) {
        Evidence.of(Area.REPORTS, "Message for " + what)
                .tried(what + " is wrong")
                .result(result + "; no stack trace, no class name")
                .count(tried.size());
    }
}
