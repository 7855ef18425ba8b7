package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
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

    private final CapturedLog log = new CapturedLog();
    private long migrations;

    @AfterEach
    void logAsBefore() {
        log.close();
    }

    @Test
    void noSecretIsAnywhereWhateverAServiceEchoes() throws IOException {
        Map<String, String> pairs = new TreeMap<>(Map.of(
                "livetimer", "codebase", "codebase", "teamwork", "teamwork", "teampulse", "teampulse", "livetimer"));
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            try (RouteSide source = RouteSide.start(pair.getKey());
                    RouteSide target = RouteSide.start(pair.getValue());
                    ProxiedSide before = new ProxiedSide(source);
                    ProxiedSide after = new ProxiedSide(target)) {
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

    private void everyFailure(ProxiedSide source, ProxiedSide target) throws IOException {
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
    private Path migrate(ProxiedSide source, ProxiedSide target, int number) throws IOException {
        Path place =
                Files.createDirectories(directory.resolve(source.service() + "-" + target.service() + "-" + number));
        migrations++;
        CommandRun run = new Route(source, target, place).run("migrate", "--yes", "--debug");
        Map<String, byte[]> texts = log.leftBehind(run, place);
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

    private static Set<String> forms(ProxiedSide end) {
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
}
