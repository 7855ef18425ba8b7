package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in a configuration file that put a secret where another text belongs. */
final class SecretInConfigurationTest {
    private static final String SECRET = "hunter2";

    private static final List<String> CREDENTIALS = List.of(
            "{ username: walter, password:hunter2 }",
            "{ username: walter, hunter2 }",
            "{ username: walter, hunter2: x }",
            "{ username: walter, password: [hunter2] }",
            "{ username: walter, password: { hunter2: x } }",
            "{ username: walter, hunter2: a, hunter2: b }",
            "{ username: walter, password: a, password: hunter2 }",
            "{ username: walter, password: \"${hunter2}\" }",
            "{ username: walter, password: \"${HUNTER_2}hunter2\" }",
            "{ username: walter, password: \"${hunter2\" }",
            "{ username: walter, password: \"${hunter2 }\" }",
            "{ username: walter, password: *hunter2 }",
            "{ username: walter, password: &hunter2 }",
            "{ username: walter, password: !hunter2 x, passwd: y }",
            "{ username: walter, password: \"hunter2 }",
            "{ username: walter, password: 'hunter2\tx' }",
            "{ username: walter, ? { hunter2: x } : y }",
            "{ username: walter, <<: hunter2 }",
            "{ refreshTokenFile: hunter2 }",
            "{ refreshTokenFile: \"${TOKEN}\" }",
            "{ refreshTokenFile: \"hunter2\\0\" }",
            "{ refreshTokenFile: /dev/null/hunter2 }",
            "{ people: { hunter2: { username: a } } }",
            "{ people: { \"25\": { username: a, password:hunter2 } } }",
            "{ people: { \"25\": hunter2 } }",
            "hunter2",
            "[hunter2]",
            "\"${TOKEN}\"");

    private static final List<String> LINES = List.of(
            "  password:hunter2\n",
            "  hunter2: x\n",
            "  token: hunter2\n",
            "  people: { hunter2: { username: a, password: b } }\n",
            "  people: { \"25\": { username: a, hunter2 } }\n",
            "  people: { \"25\": [hunter2] }\n",
            "  people: hunter2\n",
            "  authenticateAt: \"hunter2 is no URL\"\n",
            "  authenticateAt: https://paul:hunter2@tokens.example.com\n",
            "  authenticateAt: \"${TOKEN}\"\n",
            "  zone: hunter2\n",
            "  tokenForm: hunter2\n",
            "  allowInsecureHttp: \"${TOKEN}\"\n",
            "password:hunter2\n",
            "hunter2: x\n",
            "hunter2: x\nhunter2: y\n",
            "\thunter2: x\n",
            "%hunter2\n",
            "hunter2\n",
            "policy: { hunter2: 90s }\n",
            "policy: { settle: hunter2 }\n",
            "policy: { rounding: hunter2 }\n",
            "policy: { startPolicy: hunter2 }\n",
            "policy: { parallel: hunter2 }\n",
            "map: { hunter2: x }\n",
            "map: { people: hunter2 }\n",
            "map: { people: { \"25\": [hunter2] } }\n",
            "map: { work: [ hunter2 ] }\n",
            "defaults: { hunter2: x }\n",
            "defaults: { billable: hunter2 }\n",
            "range: { from: hunter2, to: 2007-12-31 }\n",
            "range: { from: 2007-12-31, to: 2007-12-31, hunter2 }\n",
            "ledger: \"${TOKEN}/migration.db\"\n",
            "ledger: \"${TOKEN}\\0\"\n",
            "report: \"/dev/null/${TOKEN}/report\"\n");

    private static final List<String> URLS = List.of(
            "https://paul:hunter2@acme.example.com",
            "https://hunter2@acme.example.com",
            "https://acme.example.com?password=hunter2",
            "https://acme.example.com/#hunter2",
            "ftp://acme.example.com/hunter2",
            "hunter2",
            "\"${TOKEN}\"");

    @TempDir
    Path directory;

    @Test
    void isInNoErrorWhereverItStands() throws IOException {
        for (String service : List.of("livetimer", "teampulse")) {
            for (String credentials : CREDENTIALS) {
                check(service, "http://127.0.0.1:1", credentials, "");
            }
            for (String lines : LINES) {
                check(service, "http://127.0.0.1:1", "{ username: a, password: b }", lines);
            }
            for (String url : URLS) {
                check(service, url, "{ username: a, password: b }", "");
            }
        }
        Evidence.of(Area.SECRETS, "Secrets at the wrong place of a configuration file")
                .tried(
                        "a password as a key, without the blank behind its colon, as a file name, in a URL, in an anchor, a"
                                + " variable, a path, a list, and as the value of other keys; plan with --debug, and with --json")
                .result("exit code 3 with the line; the password is in no message and no stack trace")
                .count(2L * (CREDENTIALS.size() + LINES.size() + URLS.size()));
    }

    @Test
    void isInNoErrorOfAFileThatIsNotUtf8() throws IOException {
        Path file = directory.resolve("migration.yaml");
        Files.write(file, "source: { password: hunter2\u00e9 }\n".getBytes(StandardCharsets.ISO_8859_1));

        CommandRun run = new CommandRun().started("list", "-c", file.toString(), "--debug");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("is not UTF-8").doesNotContain(SECRET);
    }

    /** The host is in the message of each failed connection. */
    @Test
    void isHiddenInTheErrorOfAJsonResultToo() throws IOException {
        Path file = Files.writeString(directory.resolve("migration.yaml"), """
                source:
                  service: livetimer
                  url: http://127.0.0.1:1
                  credentials: { username: walter, password: 127.0.0.1 }
                target:
                  service: livetimer
                  url: http://127.0.0.1:2
                  credentials: { username: olive, password: hunter2 }
                range: { from: 2007-01-01, to: 2007-01-02 }
                """);

        CommandRun run = new CommandRun().started("plan", "-c", file.toString(), "--json");

        assertThat(run.err()).contains("GET [hidden]:").doesNotContain("127.0.0.1");
        assertThat(run.out()).contains("GET [hidden]:").doesNotContain("127.0.0.1");
    }

    @Test
    void isRemarkedIfOtherUsersCanReadTheFile() throws IOException {
        try (Bench bench = new Bench(directory).withEntries(1)) {
            bench.replace("${LIVETIMER_PASSWORD}", bench.source.password());
            Path file = Files.writeString(bench.path("migration.yaml"), "");

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            CommandRun open = bench.run("list");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            CommandRun closed = bench.run("list");

            assertThat(open.code()).as(open.err()).isZero();
            assertThat(open.err()).contains("migration.yaml contains a secret", "(rw-r--r--). Run chmod 600 on it.");
            assertThat(closed.err()).doesNotContain("contains a secret");
        }
    }

    private void check(String service, String url, String credentials, String lines) throws IOException {
        Path file = directory.resolve("migration.yaml");
        String yaml = """
                source:
                  service: %s
                  url: %s
                  credentials: %s
                %starget:
                  service: livetimer
                  url: http://127.0.0.1:1
                  credentials: { username: a, password: b }
                """.formatted(service, url, credentials, lines);
        if (!lines.startsWith("range")) {
            yaml += "range: { from: 2007-01-01, to: 2007-01-02 }\n";
        }
        Files.writeString(file, yaml);

        CommandRun run =
                new CommandRun().with(Map.of("TOKEN", SECRET)).started("plan", "-c", file.toString(), "--debug");

        assertThat(run.code()).as("%s%n%s", yaml, run.err()).isEqualTo(3);
        assertThat(run.err())
                .as(yaml)
                .matches("(?s)(migration.yaml contains a secret[^\n]*\n)?hourbridge: migration.yaml:\\d+: .*");
        assertThat(run.out() + run.err()).as(yaml).doesNotContain(SECRET);
        CommandRun json =
                new CommandRun().with(Map.of("TOKEN", SECRET)).started("plan", "-c", file.toString(), "--json");
        assertThat(json.out()).as(yaml).contains("\"exitCode\":3", "\"error\":").doesNotContain(SECRET);
    }
}
