package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mapping file between services of each kind. */
final class MapEveryServiceTest {
    @TempDir
    Path directory;

    /** Codebase and TeamPulse list ids without names: these are asked for all the same. */
    @ParameterizedTest
    @CsvSource({"codebase, teampulse", "teampulse, codebase", "teamwork, livetimer", "livetimer, codebase"})
    void asksForTheIdsOfEveryService(String from, String to) throws IOException {
        try (RouteSide source = RouteSide.start(from);
                RouteSide target = RouteSide.start(to)) {
            source.seed(3, 40);
            Path file = directory.resolve("both.yaml");
            Files.writeString(file, """
                    source:
                      service: %s
                      %s
                    target:
                      service: %s
                      %s
                    range: { from: 2024-01-01, to: 2024-12-31 }
                    ledger: %s
                    """.formatted(
                            from,
                            String.join("\n  ", source.yaml()),
                            to,
                            String.join("\n  ", target.yaml()),
                            directory.resolve("migration.db")));

            CommandRun map = run(source, target, "map", "-c", file.toString());

            assertThat(map.code()).as(map.err()).isZero();
            String mapping = Files.readString(directory.resolve("migration.db.mapping.yaml"));
            List<String> people = run(
                            source, target, "list", "-c", file.toString(), "--by", "person", "--format", "csv")
                    .out()
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2)[0].replace("\uFEFF", ""))
                    .filter(id -> !id.isEmpty())
                    .toList();
            assertThat(people).isNotEmpty().allSatisfy(id -> assertThat(mapping).contains("    \"" + id + "\":"));
        }
    }

    private static CommandRun run(RouteSide source, RouteSide target, String... arguments) {
        return new CommandRun()
                .with(source.environment())
                .with(target.environment())
                .started(arguments);
    }
}
