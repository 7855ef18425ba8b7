package dev.hourbridge.teamwork;

import static dev.hourbridge.teamwork.Payloads.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamworkClientTest {
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private static TeamworkClient.Builder complete() {
        return TeamworkClient.builder()
                .baseUrl("https://acme.teamwork.com")
                .apiKey("s3cr3t")
                .zone(DUBLIN);
    }

    private String authorization(UnaryOperator<TeamworkClient.Builder> credentials) {
        wire.answers(EMPTY);
        try (TeamworkClient client = credentials
                .apply(TeamworkClient.builder().baseUrl(wire.server.url("/").toString()))
                .zone(DUBLIN)
                .build()) {
            client.timeEntries().list(TeamworkEntryQuery.all()).forEach(entry -> {});
        }
        return String.valueOf(wire.request().getHeaders().get("Authorization"));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesOneKindOfCredentialsOnly() {
        TeamworkClient.Builder builder =
                TeamworkClient.builder().apiKey("twp_one").apiKey("twp_two");

        assertThatThrownBy(() -> builder.token("three"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "token: credentials in addition to apiKey; use only one of apiKey, token and " + "login");
        assertThatThrownBy(() -> builder.login("june", "x")).hasMessageStartingWith("login: ");
    }

    @Test
    void sendsAKeyAsBasic() {
        assertThat(authorization(client -> client.apiKey("twp_k3y"))).isEqualTo(basic("twp_k3y:x"));
    }

    @Test
    void sendsAPersonalTokenAsBearer() {
        assertThat(authorization(client -> client.apiKey("tkn.v1_abc"))).isEqualTo("Bearer tkn.v1_abc");
    }

    @Test
    void sendsATokenAsBearer() {
        assertThat(authorization(client -> client.token("abc.def"))).isEqualTo("Bearer abc.def");
    }

    @Test
    void sendsALoginAsBasicInUtf8() {
        assertThat(authorization(client -> client.login("jürgen@example.com", "pä:ss")))
                .isEqualTo(basic("jürgen@example.com:pä:ss"));
    }

    @Test
    void saysThatAKeyIsWrong() {
        wire.answers(401, "{\"MESSAGE\":\"Invalid key\"}");

        assertThatThrownBy(() -> wire.client.timeEntries().get(1))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("Invalid key")
                .hasMessageNotContaining("s3cr3t");
        assertThat(wire.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.teamwork.com, acme.teamwork.com",
        "https://acme.eu.teamwork.com/, acme.eu.teamwork.com",
        "https://projects.example.agency:8443/tw/, projects.example.agency:8443/tw",
        "http://127.0.0.1:8080, 127.0.0.1:8080"
    })
    void namesTheAccountByItsAddress(String baseUrl, String name) {
        try (TeamworkClient client = complete().baseUrl(baseUrl).build()) {
            assertThat(client.account()).isEqualTo(Account.of(TeamworkClient.SERVICE, name));
            assertThat(client).hasToString("teamwork:" + name);
        }
    }

    @Test
    void worksUnderAPath() {
        wire.answers(EMPTY);
        try (TeamworkClient client =
                complete().baseUrl(wire.server.url("/tw/").toString()).build()) {
            client.timeEntries().listOfTask(7).forEach(entry -> {});
        }

        assertThat(wire.line()).isEqualTo("GET /tw/todo_items/7/time_entries.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "acme.teamwork.com",
                "ftp://acme.teamwork.com",
                "https://user:pw@acme.teamwork.com",
                "https://acme.teamwork.com?x=1",
                "https://acme.teamwork.com#x",
                "http://acme.teamwork.com",
                ""
            })
    void refusesABaseUrlThatItCannotUse(String baseUrl) {
        assertThatThrownBy(() -> complete().baseUrl(baseUrl).build())
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("baseUrl"));
    }

    @Test
    void takesPlainHttpWithLeave() {
        HttpOptions insecure = HttpOptions.builder().allowInsecureHttp(true).build();
        try (TeamworkClient client =
                complete().baseUrl("http://teamwork.intranet").http(insecure).build()) {
            assertThat(client.account().name()).isEqualTo("teamwork.intranet");
        }
    }

    @Test
    void refusesToBeBuiltIncomplete() {
        missing("baseUrl", TeamworkClient.builder().apiKey("k").zone(DUBLIN));
        missing(
                "apiKey",
                TeamworkClient.builder().baseUrl("https://acme.teamwork.com").zone(DUBLIN));
        missing(
                "zone",
                TeamworkClient.builder().baseUrl("https://acme.teamwork.com").apiKey("k"));
    }

    private static void missing(String field, TeamworkClient.Builder builder) {
        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "key\n"})
    void refusesAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> complete().apiKey(key)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "tökn", "t\r\nX: y", "tkn.v1 x"})
    void refusesATokenThatIsNone(String token) {
        assertThatThrownBy(() -> complete().token(token)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void takesHttpOptions() {
        for (int i = 0; i < 5; i++) {
            wire.answers(503, "{}");
        }
        try (TeamworkClient client = complete()
                .baseUrl(wire.server.url("/").toString())
                .http(HttpOptions.builder().retryPolicy(RetryPolicy.never()).build())
                .build()) {
            assertThatThrownBy(() -> client.timeEntries().get(1)).hasMessageContaining("503");
        }
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void saysWhatItCanDo() {
        Capabilities can = wire.client.capabilities();

        assertThat(can.writable())
                .containsExactlyInAnyOrder(
                        EntryField.PERSON,
                        EntryField.PROJECT,
                        EntryField.TASK,
                        EntryField.NOTE,
                        EntryField.DATE,
                        EntryField.START,
                        EntryField.DURATION,
                        EntryField.BILLABLE,
                        EntryField.TAGS);
        assertThat(can.readable()).containsAll(can.writable()).contains(EntryField.INVOICE, EntryField.CLIENT);
        assertThat(can.readable()).doesNotContain(EntryField.ACTIVITY);
        assertThat(can.required()).contains(EntryField.START).doesNotContain(EntryField.NOTE);
        assertThat(can.placement()).isEqualTo(Placement.PROJECT_OR_TASK);
        assertThat(can.startForm()).isEqualTo(StartForm.WALL_CLOCK);
        assertThat(can.zone()).contains(ZoneId.of("America/New_York"));
        assertThat(can.durationUnit()).isEqualTo(Duration.ofMinutes(1));
        assertThat(can.maxNoteLength()).isEmpty();
        assertThat(can.tagSeparator()).isEqualTo(",");
        assertThat(can.total()).isEqualTo(TotalKind.BY_LOCAL_DATE);
        assertThat(can.announcesCount()).isTrue();
        assertThat(can.writesForOthers()).isTrue();
    }

    @Test
    void closesTwiceAndSendsNothingAfter() {
        TeamworkClient client =
                complete().baseUrl(wire.server.url("/").toString()).build();
        client.close();
        client.close();

        assertThatThrownBy(() -> client.timeEntries().get(1)).isInstanceOf(IllegalStateException.class);
        assertThat(wire.requests()).isZero();
    }
}
