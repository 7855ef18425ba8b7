package dev.hourbridge.teamwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.Named;
import dev.hourbridge.model.ProjectRef;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory on the wire. The bodies have the fields and types of responses that are recorded elsewhere. */
final class DirectoryTest {
    private final Wire wire = new Wire();
    private final TeamworkClient teamwork = wire.client;
    private final Directory directory = teamwork.directory().orElseThrow();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void readsPeopleOfEveryAnnouncedPage() {
        wire.answers(
                        "{\"STATUS\":\"OK\",\"people\":[{\"id\":\"999\",\"first-name\":\"Demo\",\"last-name\":\"User\"}]}",
                        "X-Pages: 2",
                        "X-Records: 2")
                .answers(
                        "{\"STATUS\":\"OK\",\"people\":[{\"id\":\"1000\",\"first-name\":\"\",\"last-name\":\"O'Neill\"}]}",
                        "X-Pages: 2",
                        "X-Records: 2");

        assertThat(directory.people())
                .containsExactly(
                        Named.of(teamwork.person("999"), "Demo User"), Named.of(teamwork.person("1000"), "O'Neill"));

        assertThat(wire.line()).isEqualTo("GET /people.json");
        assertThat(wire.line()).isEqualTo("GET /people.json?page=2");
    }

    @Test
    void readsProjectsAndTheirTasksAndPeople() {
        wire.answers("{\"STATUS\":\"OK\",\"projects\":[{\"id\":\"999\",\"name\":\"Test Project\"}]}")
                .answers("{\"STATUS\":\"OK\",\"todo-items\":[{\"id\":8001,\"content\":\"Write documentation\"}]}")
                .answers("{\"STATUS\":\"OK\",\"people\":[]}");
        ProjectRef project = teamwork.project("999");

        assertThat(directory.projects()).containsExactly(Named.of(project, "Test Project"));
        assertThat(directory.tasksOf(project)).containsExactly(Named.of(teamwork.task("8001"), "Write documentation"));
        assertThat(directory.peopleOf(project)).isEmpty();

        assertThat(wire.line()).isEqualTo("GET /projects.json");
        assertThat(wire.line()).isEqualTo("GET /projects/999/tasks.json");
        assertThat(wire.line()).isEqualTo("GET /projects/999/people.json");
    }

    @Test
    void readsTheOwnerAndTheZone() {
        String body = "{\"STATUS\":\"OK\",\"person\":{\"id\":\"999\",\"first-name\":\"Demo\",\"last-name\":\"User\","
                + "\"localization\":{\"timezoneJavaRefCode\":\"US/Samoa\"}}}";
        wire.answers(body).answers(body);

        assertThat(directory.owner()).isEqualTo(Named.of(teamwork.person("999"), "Demo User"));
        assertThat(directory.zone()).contains(ZoneId.of("US/Samoa"));

        assertThat(wire.line()).isEqualTo("GET /me.json?fullProfile=1");
        assertThat(wire.line()).isEqualTo("GET /me.json?fullProfile=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"localization\":null",
                ",\"localization\":{}",
                ",\"localization\":{\"timezoneJavaRefCode\":\"\"}",
                ",\"localization\":{\"timezoneJavaRefCode\":\"Nowhere/City\"}"
            })
    void knowsNoZoneWithoutAKnownName(String localization) {
        wire.answers("{\"STATUS\":\"OK\",\"person\":{\"id\":\"999\"" + localization + "}}");

        assertThat(directory.zone()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"STATUS\":\"OK\"}",
                "{\"STATUS\":\"OK\",\"people\":[null]}",
                "{\"STATUS\":\"OK\",\"people\":[{\"first-name\":\"Demo\"}]}",
                "{\"STATUS\":\"OK\",\"people\":[{\"id\":\"0\"}]}"
            })
    void takesNoIncompleteListForAList(String body) {
        wire.answers(body);

        assertThatThrownBy(() -> directory.people().forEach(person -> {}))
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void refusesAProjectOfAnotherAccount() {
        ProjectRef other = ProjectRef.of(Account.of(TeamworkClient.SERVICE, "other.teamwork.com"), "1");

        assertThatThrownBy(() -> directory.tasksOf(other)).isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }
}
