package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole migrations, and failed ones, that leave no trace of a credential anywhere. */
class SecretsTest {
    private static final int ENTRIES = 12;
    private static final Map<String, String> USERS =
            Map.of("codebase", "acme/alice", "teamwork", "", "teampulse", "paul", "livetimer", "walter");
    private static final boolean IS_FULL = Boolean.getBoolean("hourbridge.full");

    @TempDir
    Path directory;

    private final Logger root = Logger.getLogger("");
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            // The proxy, which is the test's own, logs what it passes on.
            if (String.valueOf(entry.getLoggerName()).matches("(sun|com\\.sun|jdk)\\..*")) {
                return;
            }
            logged.add(entry.getLoggerName() + " " + entry.getMessage());
            for (Throwable at = entry.getThrown(); at != null; at = at.getCause()) {
                logged.add(at.toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private @Nullable Level before;
    private long migrations;

    @BeforeEach
    void logEverything() {
        before = root.getLevel();
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    @AfterEach
    void logAsBefore() {
        root.removeHandler(handler);
        root.setLevel(before);
    }

    @Test
    void noSecretIsAnywhereWhateverAServiceEchoes() throws IOException {
        Map<String, String> pairs = new TreeMap<>(Map.of(
                "livetimer", "codebase", "codebase", "teamwork", "teamwork", "teampulse", "teampulse", "livetimer"));
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            try (End source = End.start(pair.getKey());
                    End target = End.start(pair.getValue());
                    Behind before = new Behind(source);
                    Behind after = new Behind(target)) {
                source.seed(7, ENTRIES);
                everyFailure(before, after);
            }
        }
        Evidence.of(Area.SECRETS, "Credentials in what a migration leaves behind")
                .tried(
                        "each service as source and as target, whole and failing with statuses whose bodies echo the request;"
                                + " each credential plain, URL-encoded, Base64, with its user, and hex")
                .result("in no ledger, log record, report, message or stack trace")
                .count(migrations);
    }

    /** In each build, two statuses for each pair. */
    private static List<Integer> statuses(String source) {
        if (IS_FULL) {
            return List.of(400, 401, 403, 404, 422, 429, 500, 503);
        }
        return source.startsWith("team") ? List.of(401, 500) : List.of(422, 500);
    }

    private void everyFailure(Behind source, Behind target) throws IOException {
        int run = 0;
        for (int status : statuses(source.service())) {
            source.echoes((method, path) -> status);
            migrate(source, target, run++);
            source.echoes((method, path) -> 0);
            target.echoes((method, path) ->
                    method.equals("POST") && !path.toLowerCase(Locale.ROOT).contains("wrap") ? status : 0);
            Path kept = migrate(source, target, run++);
            assertThat(kept.resolve("migration.db"))
                    .as("%s to %s", source.service(), target.service())
                    .exists();
            target.echoes((method, path) -> status);
            migrate(source, target, run++);
            target.echoes((method, path) -> 0);
        }
        Path whole = migrate(source, target, run);
        assertThat(whole.resolve("report.html")).exists();
    }

    /** Runs it, and looks everywhere. */
    private Path migrate(Behind source, Behind target, int number) throws IOException {
        Path place =
                Files.createDirectories(directory.resolve(source.service() + "-" + target.service() + "-" + number));
        migrations++;
        CommandRun run = new Route(source, target, place).run("migrate", "--yes", "--debug");
        Map<String, byte[]> texts = new HashMap<>();
        texts.put("output", run.out().getBytes(StandardCharsets.UTF_8));
        texts.put("errors", run.err().getBytes(StandardCharsets.UTF_8));
        texts.put("log", String.join("\n", logged.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8));
        logged.clear();
        try (Stream<Path> files = Files.list(place)) {
            for (Path file :
                    files.filter(path -> !path.endsWith("migration.yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        Set<String> secrets = new TreeSet<>(forms(source));
        secrets.addAll(forms(target));
        texts.forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            for (String secret : secrets) {
                assertThat(text.contains(secret))
                        .as("%s in %s of %s, exit code %s", secret, name, place.getFileName(), run.code())
                        .isFalse();
            }
        });
        return place;
    }

    private static Set<String> forms(Behind end) {
        Set<String> plain = new TreeSet<>(end.environment().values());
        plain.addAll(end.proxy.credentials());
        Set<String> forms = new TreeSet<>();
        for (String secret : plain) {
            forms.add(secret);
            forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            forms.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
            for (String text : List.of(secret, USERS.get(end.service()) + ":" + secret, secret + ":x", secret + ":")) {
                forms.add(Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return forms;
    }

    /** An end behind a proxy. */
    private static final class Behind implements End {
        private final End end;
        private final EchoingProxy proxy;
        private final String url;

        Behind(End end) {
            this.end = end;
            String line = end.yaml().stream()
                    .filter(text -> text.startsWith("url: "))
                    .findFirst()
                    .orElseThrow();
            this.url = line.substring("url: ".length());
            this.proxy = new EchoingProxy(URI.create(url));
        }

        void echoes(BiFunction<String, String, Integer> status) {
            proxy.echoes = status;
        }

        @Override
        public String service() {
            return end.service();
        }

        @Override
        public List<String> yaml() {
            return end.yaml().stream()
                    .map(line -> line.replace(url, proxy.url()))
                    .toList();
        }

        @Override
        public Map<String, String> environment() {
            return end.environment();
        }

        @Override
        public void seed(long seed, int entries) {
            end.seed(seed, entries);
        }

        @Override
        public List<Work> works() {
            return end.works();
        }

        @Override
        public long posts() {
            return end.posts();
        }

        @Override
        public List<String> people() {
            return end.people();
        }

        @Override
        public Map<String, String> projects() {
            return end.projects();
        }

        @Override
        public Map<String, String> tasks() {
            return end.tasks();
        }

        @Override
        public List<String> activities() {
            return end.activities();
        }

        @Override
        public String project(String letter) {
            return end.project(letter);
        }

        @Override
        public String task(String letter) {
            return end.task(letter);
        }

        @Override
        public void close() {
            proxy.close();
        }
    }
}
