package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LiveTimer as a target books an entry on the owner of the credential, whoever that is: it must be the right one. */
final class LiveTimerTargetTest {
    private static final String OLIVE = "26";
    private static final String WALTER = "25";
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);

    @TempDir
    Path directory;

    private CodebaseSide source;
    private LiveTimerSimulator target;

    @BeforeEach
    void start() {
        source = new CodebaseSide();
        source.seed(3, 4);
        target = LiveTimerSimulator.start();
    }

    @AfterEach
    void stop() {
        source.close();
        target.close();
    }

    @Test
    void refusesACredentialOfSomebodyElseThanTheMappingNames() throws IOException {
        target.add(StoredLiveTimerEntry.durationOnly(25, DAY, 60).build());

        CommandRun plan = run("plan", OLIVE, OLIVE, "");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err())
                .contains("target.credentials: these are the credentials of person 25", "person 26", "target.people");
        assertThat(target.requests().count("create")).isZero();
    }

    @Test
    void refusesACredentialOfSomebodyElseAmongThePeople() throws IOException {
        target.add(StoredLiveTimerEntry.durationOnly(25, DAY, 60).build());

        CommandRun plan =
                run("plan", OLIVE, OLIVE, "  people: { \"26\": { username: walter, password: \"${WALTER}\" } }");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("target.people.26: these are the credentials of person 25");
    }

    @Test
    void writesByOneCredentialForTheOnePersonOfTheMapping() throws IOException {
        CommandRun migrate = run("migrate", WALTER, WALTER, "");

        assertThat(migrate.code()).as(migrate.err() + migrate.out()).isZero();
        assertThat(target.entries()).hasSize(4).allMatch(entry -> entry.userId() == 25);
    }

    @Test
    void namesTheLineOfAPersonThatIsNoId() throws IOException {
        CommandRun plan = run("plan", "olive", "olive", "");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("map.people.", "no person on the target can have this id");
    }

    @Test
    void wantsACredentialForEachOfSeveralPeople() throws IOException {
        CommandRun plan = run("plan", WALTER, OLIVE, "");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("no credentials can write entries for", "target.people");
        assertThat(target.requests().count("create")).isZero();
    }

    private CommandRun run(String subcommand, String first, String second, String people) throws IOException {
        Path file = directory.resolve("migration.yaml");
        Files.writeString(file, """
                source:
                  service: codebase
                  %s
                target:
                  service: livetimer
                  url: %s
                  credentials: { username: walter, password: "${WALTER}" }
                %s
                range: { from: 2024-01-01, to: 2024-12-31 }
                map:
                  people: { "%s": "%s", "%s": "%s" }
                defaults: { project: "29", person: "%s" }
                ledger: %s
                report: %s
                """.formatted(
                        String.join("\n  ", source.yaml()),
                        target.url(),
                        people,
                        source.people().get(0),
                        first,
                        source.people().get(1),
                        second,
                        first,
                        directory.resolve("migration.db"),
                        directory.resolve("report")));
        Map<String, String> environment = new HashMap<>(source.environment());
        environment.put("WALTER", target.password());
        String[] arguments = subcommand.equals("migrate")
                ? new String[] {subcommand, "--yes", "-c", file.toString()}
                : new String[] {subcommand, "-c", file.toString()};
        return new CommandRun().with(environment).started(arguments);
    }
}
