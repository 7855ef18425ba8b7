package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.migration.LedgerDoor;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Request;

/** A migration of three entries that was stopped after the first create, and its ledger. One at a time. */
final class StoppedMigration {
    static final int ENTRIES = 3;

    private static final String JSON = "Content-Type: application/json\n";
    private static final String LIST = """
            <time-entries total="3" start="1" end="3">
              <time-entry><id>1</id><start-date>2026-03-02</start-date><duration>15</duration></time-entry>
              <time-entry><id>2</id><start-date>2026-03-03</start-date><duration>30</duration></time-entry>
              <time-entry><id>3</id><start-date>2026-03-04</start-date><duration>45</duration></time-entry>
            </time-entries>""";

    private final Canned source = new Canned();
    private final Canned target = new Canned();
    private final TimeTracker from = Service.LIVETIMER.client("https://acme.livetimer.example.com", source.options());
    private final TimeTracker to = Service.TEAMWORK.client("https://acme.teamwork.example.com", target.options());
    private final Path file;
    private final byte[] ledger;
    private int posts;

    StoppedMigration() {
        source.answer(request ->
                new Canned.Answer(200, "Content-Type: application/xml\n", LIST.getBytes(StandardCharsets.UTF_8)));
        target.answer(this::answer);
        try {
            file = Files.createTempDirectory("hourbridge-fuzz").resolve("ledger.db");
            Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
            try (Migration migration = open()) {
                migration.plan();
                migration.apply();
            }
            ledger = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the ledger as it was left. */
    byte[] ledger() {
        return ledger.clone();
    }

    /** Puts another ledger in its place. */
    Path replaceLedger(byte[] bytes) throws IOException {
        clear();
        posts = 0;
        return Files.write(file, bytes);
    }

    /** How many entries were sent since. */
    int posts() {
        return posts;
    }

    /** The same migration, started anew. */
    Migration open() {
        return LedgerDoor.quick(Migration.builder()
                .source(from)
                .target(to)
                .range(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31))
                .mapping(
                        Mapping.builder().defaultPerson("1").defaultProject("2").build())
                .policy(Policy.builder().startPolicy(LocalTime.of(9, 0)).build())
                .sleeper(duration -> {})
                .ledger(file)
                .stateDirectory(state()));
    }

    /** A target without rows: the first create is not found again, which ends the run. */
    private Canned.Answer answer(Request request) {
        if (request.method().equals("POST")) {
            posts++;
            String created = "{\"timeLogId\":\"" + (100 + posts) + "\",\"STATUS\":\"OK\"}";
            return new Canned.Answer(201, JSON, created.getBytes(StandardCharsets.UTF_8));
        }
        return request.url().encodedPath().endsWith("time_entries.json")
                ? new Canned.Answer(
                        200,
                        JSON + "X-Pages: 1\n",
                        "{\"time-entries\":[],\"STATUS\":\"OK\"}".getBytes(StandardCharsets.UTF_8))
                : new Canned.Answer(404, JSON, new byte[0]);
    }

    private Path state() {
        return file.resolveSibling("state");
    }

    /** Without the number of its changes, the ledger that is put back is no older copy. */
    private void clear() throws IOException {
        if (Files.exists(state())) {
            try (Stream<Path> counters = Files.list(state().resolve("ledgers"))) {
                for (Path counter : counters.toList()) {
                    Files.delete(counter);
                }
            }
        }
        for (String ending : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(Path.of(file + ending));
        }
    }

    private void remove() {
        try {
            clear();
            Files.deleteIfExists(state().resolve("ledgers"));
            Files.deleteIfExists(state());
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
