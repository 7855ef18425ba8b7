package dev.hourbridge.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.cli.service.Services;
import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Rounding;
import dev.hourbridge.model.Billable;
import dev.hourbridge.teampulse.TokenForm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationFileTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LIVETIMER_PASSWORD", "s3cret: \"${x} # é", "TEAMWORK_API_KEY", "key-4711");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("migration.yaml");
    }

    @Test
    void readsEveryKeyOfTheDocumentedFile() throws IOException {
        Configuration configuration = read(resource("complete.yaml"));

        ServiceConfiguration source = configuration.source();
        assertThat(source.service().word()).isEqualTo("livetimer");
        assertThat(source.find(ServiceBinding.URL)).contains("http://127.0.0.1:8104");
        assertThat(source.credentials().get("username")).isEqualTo("walter");
        ServiceConfiguration target = configuration.target();
        assertThat(target.service().word()).isEqualTo("teamwork");
        assertThat(value(target, "zone")).contains(ZoneId.of("America/New_York"));
        assertThat(target.credentials().get("apiKey")).isEqualTo("key-4711");
        assertThat(target.allowInsecureHttp()).isFalse();
        assertThat(configuration.range())
                .isEqualTo(new DateRange(LocalDate.of(2007, 1, 1), LocalDate.of(2007, 12, 31)));
        assertThat(configuration.mapping().people()).containsExactly(Map.entry("25", "999"));
        assertThat(configuration.mapping().projects()).containsExactly(Map.entry("29", "1049"));
        assertThat(configuration.mapping().tasks()).isEmpty();
        assertThat(configuration.mapping().work()).singleElement().satisfies(rule -> {
            assertThat(rule.fromProject()).contains("29");
            assertThat(rule.fromActivity()).contains("16");
            assertThat(rule.toTask()).contains("10");
            assertThat(rule.toActivity()).contains("Billable");
        });
        assertThat(configuration.mapping().defaultPerson()).contains("999");
        assertThat(configuration.mapping().defaultTask()).isEmpty();
        assertThat(configuration.mapping().defaultNote()).contains("(no note)");
        assertThat(configuration.mapping().defaultBillable()).isEqualTo(Billable.UNSPECIFIED);
        assertThat(configuration.policy().existing()).isEqualTo(ExistingRows.STOP);
        assertThat(configuration.policy().settle()).isEqualTo(Duration.ofSeconds(90));
        assertThat(configuration.policy().requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(configuration.policy().rounding()).isEqualTo(Rounding.nearest());
        assertThat(configuration.policy().marker()).isEqualTo(Marker.NONE);
        assertThat(configuration.policy().startPolicy()).isEmpty();
        assertThat(configuration.ledger()).isEqualTo(Path.of("migration.db"));
        assertThat(configuration.report()).isEqualTo(Path.of("report"));
    }

    @Test
    void putsTheEnvironmentInWithoutReadingItAsYaml() throws IOException {
        assertThat(read(resource("complete.yaml")).source().credentials().get("password"))
                .isEqualTo("s3cret: \"${x} # é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# ", "#"})
    void readsCharactersOfTwoUnitsWhereverTheyStand(String comment) throws IOException {
        String emoji = "\uD83D\uDE00";
        String text = comment + emoji.repeat(3_000) + "\n" + resource("complete.yaml");
        assertThat(value(read(text).target(), "url"))
                .isEqualTo(value(read(resource("complete.yaml")).target(), "url"));
    }

    @Test
    void printsNoCredential() throws IOException {
        assertThat(read(resource("complete.yaml")).toString())
                .doesNotContain("s3cret")
                .doesNotContain("key-4711");
    }

    @ParameterizedTest
    @CsvSource({
        "codebase.yaml, codebase",
        "teamwork-token.yaml, teamwork",
        "teampulse.yaml, teampulse",
        "livetimer-people.yaml, livetimer"
    })
    void takesTheKeysOfEveryService(String resource, String service) throws IOException {
        ServiceConfiguration target = read(resource(resource)).target();

        assertThat(target.service().word()).isEqualTo(service);
        switch (service) {
            case "codebase" -> assertThat(value(target, "projects")).contains(List.of("website", "app"));
            case "teamwork" -> assertThat(target.credentials().get("token")).isEqualTo("key-4711");
            case "teampulse" -> assertThat(value(target, "tokenForm")).contains(TokenForm.QUOTED);
            default -> {
                assertThat(target.people()).containsOnlyKeys("25", "26");
                assertThat(target.people())
                        .hasEntrySatisfying(
                                "26",
                                person -> assertThat(person.get("username")).isEqualTo("olive"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "polcy: {}                           | 1: polcy: unknown key; did you mean policy?",
                "policy: { settel: 90s }             | 1: policy.settel: unknown key; did you mean settle?",
                "policy: { settle: 90 }              | 1: policy.settle: use a number with a unit",
                "policy: { settle: 59s }             | 1: policy.settle: is less than twice requestTimeout",
                "policy: { existing: ignore }        | 1: policy.existing: not one of stop, adopt, create",
                "policy: { rounding: step:0 }        | 1: policy.rounding: use nearest, up, down",
                "policy: { startPolicy: noon }       | 1: policy.startPolicy: use refuse, or a time of day",
                "range: { from: 2007-02-30, to: 2007-12-31 } | 1: range.from: specify a day such as 2007-12-31",
                "range: { from: 2007-12-31, to: 2007-01-01 } | 1: range.to: is before from",
                "range: { from: 2007-12-31 }         | 1: range: to is missing",
                "defaults: { billable: maybe }       | 1: defaults.billable: not one of yes, no, unspecified",
                "map: { people: [a] }                | 1: map.people: expected keys and values here",
                "map: { people: { a: b, a: c } }     | 1: map.people.a: occurs twice",
                "map: { work: [ { from: {}, to: { task: x } } ] } | 1: map.work: a rule needs at least one key in from",
                "source: { service: jira }           | 1: source.service: not one of codebase, teamwork",
                "source: { service: livetimer, url: x } | 1: source: credentials is missing",
                "source: { service: livetimer, url: x, credentials: { username: a } } | password is missing",
                "source: { service: teampulse, url: x, credentials: { username: a, token: b } } | credentials: use "
                        + "one of: username and password; refreshToken; refreshTokenFile; token",
                "source: { service: teampulse, url: x, credentials: { username: a, apiKey: b } } | "
                        + "credentials.apiKey: unknown key; did you mean token? Or use one of: username and "
                        + "password; refreshToken; refreshTokenFile; token",
                "source: { service: teampulse, url: x, credentials: {} } | credentials: use one of: username and "
                        + "password; refreshToken",
                "source: { service: teampulse, url: x, zone: UTC } | source.zone: teampulse does not accept zone, "
                        + "which is "
                        + "for teamwork; omit it",
                "source: { service: livetimer, url: x, credentials: { apiKey: a } } | unknown key; did you mean "
                        + "people? Or specify username and password",
                "source: { service: livetimer, url: x, zone: } | source.zone: livetimer does not accept zone",
                "source: { service: livetimer, url: x, credentials: { username: a, password: '${PAUL' } } | source.credentials.password: ${ is not closed; write ${NAME}",
                "map: { people: { 1: '' } } | map.people.1: an id is blank",
                "source: { service: livetimer, url: x, credentials: { username: \"${NOT_SET}\" } } | NOT_SET is not set",
                "source: { service: codebase, credentials: { account: a } } | projects is missing",
                "source: { service: livetimer, url: x, tokenForm: plain } | livetimer does not accept tokenForm, "
                        + "which is "
                        + "for teampulse",
                "just text                           | 1: expected keys and values here",
                "ledger: ''                          | 1: ledger: is not a path",
                "a: b: c                             | 1: this is not valid YAML",
                "{ policy: { settle: 90s, settle: 90s } } | 1: policy.settle: occurs twice",
                "{ password:hunter2 }                | 1: unknown key, not shown because it may be a secret; put a "
                        + "space after the colon, and specify one of source, target",
                "source: { service: livetimer, url: x, credentials: { username: walter, password:hunter2 } } | 1: "
                        + "source.credentials: unknown key, not shown",
                "source: { service: livetimer, url: x, credentials: { user-name: walter, user-name: x } } | 1: "
                        + "source.credentials: a key occurs twice",
                "source: { service: livetimer, url: x, credentials: { username: walter, password: x }, people: { "
                        + "walter: { username: a } } } | 1: source.people: specify the credentials of each person under "
                        + "the person's numeric id",
                "source: { service: teampulse, url: x, credentials: { token: x }, authenticateAt: no url } | 1: "
                        + "source.authenticateAt: is not a URL",
                "source: { service: livetimer, url: x, credentials: { username: walter, password: '${s3cret}' } } | "
                        + "1: source.credentials.password: the environment variable referenced here is not set",
            })
    void namesTheLineTheKeyAndTheRemedy(String yaml, String message) throws IOException {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("migration.yaml:1: ")
                .hasMessageContaining(message.replaceFirst("^1: ", ""));
    }

    @Test
    void countsLines() {
        String yaml = "range:\n  from: 2007-01-01\n  to: 2007-12-31\npolicy:\n  # a comment\n  markr: tag\n";

        assertThatThrownBy(() -> read(yaml)).hasMessageStartingWith("migration.yaml:6: policy.markr: ");
    }

    @Test
    void quotesNoLineOfABrokenFile() {
        String yaml = "source:\n  credentials: { password: *hunter2 }\n";

        assertThatThrownBy(() -> read(yaml))
                .hasMessageStartingWith("migration.yaml:2: ")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "'source:\n\tservice: livetimer\n', 2",
        "'source:\n  service: livetimer\n\turl: x\n', 3",
        "'map:\n  people:\n  \t  \"25\": \"999\"\n', 3",
        "'range:\n\n\tfrom: 2007-01-01\n\tto: 2007-12-31\n', 3"
    })
    void saysThatATabDoesNotIndent(String yaml, int line) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n").replace("\\t", "\t")))
                .hasMessage("migration.yaml:" + line + ": this is not valid YAML: indent with spaces, not with tabs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{ a: ", "- "})
    void endsWithAMessageHoweverDeepItIsNested(String opening) {
        assertThatThrownBy(() -> read(opening.repeat(500_000)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("migration.yaml:1: this is no");
    }

    @Test
    void isNotReadIfItIsNoConfigurationByItsSize() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(3L << 30);
        }

        assertThatThrownBy(() -> ConfigurationFile.read(file, Services.ALL, ENVIRONMENT::get))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is longer than 4194304 bytes");
    }

    @Test
    void hintsAtTheLocaleWhereASecretCouldNotBeDecoded() {
        String yaml = "source: { service: teamwork, url: x, zone: UTC, credentials: { apiKey: '${KEY}' } }";

        assertThatThrownBy(() -> {
                    Files.writeString(file, yaml);
                    ConfigurationFile.read(file, Services.ALL, name -> "caf\uFFFD\uFFFD");
                })
                .hasMessage("migration.yaml:1: source.credentials.apiKey: the environment variable KEY has characters"
                        + " that this locale cannot decode; set LC_ALL=C.UTF-8");
    }

    @Test
    void remarksThatOtherUsersCanReadTheSecretInTheFile() throws IOException {
        Configuration literal = read("source: { service: teamwork, url: x, zone: UTC, credentials: { apiKey: key } }");
        Configuration named = read(
                "source: { service: teamwork, url: x, zone: UTC, credentials: { apiKey: '${TEAMWORK_API_KEY}' } }");

        assertThat(literal.remarks())
                .containsExactly("migration.yaml contains a secret, and other users can read it ("
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        + "). Run chmod 600 on it.");
        assertThat(named.remarks()).isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(read("source: { service: teamwork, url: x, zone: UTC, credentials: { apiKey: key } }")
                        .remarks())
                .isEmpty();
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertThatThrownBy(() -> ConfigurationFile.read(file, Services.ALL, ENVIRONMENT::get))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the file does not exist");
    }

    @Test
    void saysWhichSideIsMissingOnlyWhenItIsNeeded() throws IOException {
        Configuration configuration = read("range: { from: 2007-01-01, to: 2007-01-01 }");

        assertThatThrownBy(configuration::source).hasMessage("migration.yaml:1: source is missing");
        assertThatThrownBy(configuration::target).hasMessage("migration.yaml:1: target is missing");
    }

    @ParameterizedTest
    @CsvSource({"nearest", "up", "down", "step:15", "sum-preserving"})
    void readsEveryRounding(String word) throws IOException {
        assertThat(read("policy: { rounding: " + word + " }").policy().rounding())
                .hasToString(word);
    }

    @Test
    void takesATimeOfDayWithAndWithoutQuotes() throws IOException {
        assertThat(read("policy: { startPolicy: \"09:00\" }").policy().startPolicy())
                .isEqualTo(read("policy:\n  startPolicy: 09:00\n").policy().startPolicy())
                .contains(LocalTime.of(9, 0));
    }

    private static Optional<Object> value(ServiceConfiguration side, String name) {
        return side.service().keys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .flatMap(side::find);
    }

    private Configuration read(String yaml) throws IOException {
        Files.writeString(file, yaml);
        return ConfigurationFile.read(file, Services.ALL, ENVIRONMENT::get);
    }

    private static String resource(String name) throws IOException {
        try (var stream = ConfigurationFileTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
