package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a worker reports of a configuration that is wrong. */
@ExtendWith(SharedWorker.class)
final class ConfigurationTest {
    private static final String VALIDATE =
            "/connector-plugins/dev.hourbridge.kafka.TimeEntrySourceConnector/config/validate";

    private TestAccount account;

    @BeforeEach
    void enter(Cluster cluster, TestInfo test) throws Exception {
        account = new TestAccount(cluster, test.getTestMethod().orElseThrow().getName(), Map.of());
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void aRejectedCredentialFailsTheTaskAndNamesTheAccount() throws Exception {
        account.enter(account.today, "x");
        account.connect(Map.of("account.acme.credentials.password", "wrong"));

        Waiting.until(
                "the task fails",
                TestAccount.LONGEST,
                () -> account.rest().state(account.path()).equals("FAILED"));
        assertThat(account.rest()
                        .get(account.path() + "/status")
                        .path("tasks")
                        .path(0)
                        .path("trace")
                        .asText())
                .contains("Account acme: ")
                .doesNotContain("wrong");
    }

    @Test
    void oneRejectedCredentialDoesNotStopTheOtherAccounts() throws Exception {
        long entry = account.enter(account.today, "x");
        try (LiveTimerSimulator other = LiveTimerSimulator.start()) {
            account.connect(Map.of(
                    "accounts", "other,acme",
                    "errors.account.tolerance", "skip",
                    "account.other.url", other.url().toString(),
                    "account.other.credentials.username", other.username(),
                    "account.other.credentials.password", "wrong"));

            assertThat(Changes.of(account.read(1))).containsExactly("snapshot " + entry);
            assertThat(account.rest().state(account.path())).isEqualTo("RUNNING");
        }
    }

    @Test
    void validationNamesEveryWrongKey() throws Exception {
        Map<String, String> properties = account.properties(Map.of(
                "start.date",
                "yesterday",
                "slice.days",
                "0",
                "account.acme.zone",
                "Europe/Dublin",
                "account.olive.url",
                "x"));
        properties.remove("account.acme.url");

        assertThat(errors(account.rest().put(VALIDATE, properties)))
                .containsExactlyInAnyOrder(
                        "start.date", "slice.days", "account.acme.url", "account.acme.zone", "account.olive.url");
    }

    @Test
    void validationReadsEachAccountWithoutShowingItsPassword() throws Exception {
        JsonNode result = account.rest()
                .put(
                        VALIDATE,
                        account.properties(Map.of(
                                "validate.connection", "true", "account.acme.credentials.password", "hunter-zwei")));

        assertThat(errors(result)).containsExactly("account.acme.url");
        assertThat(result.toString()).contains("Account acme: ").doesNotContain("hunter-zwei");
    }

    private static List<String> errors(JsonNode result) {
        return result.path("configs").findValues("value").stream()
                .filter(value -> !value.path("errors").isEmpty())
                .map(value -> value.path("name").asText())
                .toList();
    }
}
