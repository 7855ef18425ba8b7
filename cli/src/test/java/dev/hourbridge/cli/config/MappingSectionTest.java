package dev.hourbridge.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.cli.service.Services;
import dev.hourbridge.migration.EntryFilter;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.model.EntryField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys {@code map}, {@code mapping}, {@code defaults} and {@code filter}. */
final class MappingSectionTest {
    @TempDir
    Path directory;

    private Configuration read(String yaml) throws IOException {
        Path file = directory.resolve("migration.yaml");
        Files.writeString(file, yaml);
        return ConfigurationFile.read(file, Services.ALL, name -> null);
    }

    /** The configuration with a file beside it; {@code %s} is its path. */
    private Configuration read(String yaml, String name, String content) throws IOException {
        Path other = directory.resolve(name);
        Files.writeString(other, content);
        return read(yaml.formatted(other));
    }

    @Test
    void readsIdsToSkip() throws IOException {
        Mapping mapping = read("""
                map:
                  people: { "31": skip, "32": "7" }
                  projects: { website: skip }
                  tasks: { "40": skip }
                  activities: { "16": skip }
                  work:
                    - { from: { person: "32", project: app }, to: skip }
                """).mapping();

        assertThat(mapping.people()).containsExactly(Map.entry("32", "7"));
        assertThat(mapping.skipped())
                .containsEntry(EntryField.PERSON, Set.of("31"))
                .containsEntry(EntryField.PROJECT, Set.of("website"))
                .containsEntry(EntryField.TASK, Set.of("40"))
                .containsEntry(EntryField.ACTIVITY, Set.of("16"));
        assertThat(mapping.work()).singleElement().matches(rule -> rule.isSkip());
    }

    @Test
    void readsTheTaskOfAProject() throws IOException {
        Mapping mapping = read("""
                map:
                  projects:
                    website: { task: "20" }
                    app: { project: "110", task: "21" }
                    shop: "111"
                """).mapping();

        assertThat(mapping.projectTasks()).containsOnly(Map.entry("website", "20"), Map.entry("app", "21"));
        assertThat(mapping.projects()).containsOnly(Map.entry("app", "110"), Map.entry("shop", "111"));
    }

    @Test
    void readsAnIdThatIsTheWordSkip() throws IOException {
        Mapping mapping = read("""
                map:
                  projects: { "1": { project: skip } }
                  activities: { "2": { activity: skip } }
                """).mapping();

        assertThat(mapping.projects()).containsExactly(Map.entry("1", "skip"));
        assertThat(mapping.activities()).containsExactly(Map.entry("2", "skip"));
        assertThat(mapping.skipped()).isEmpty();
    }

    @Test
    void readsARuleForEntriesWithoutATask() throws IOException {
        Mapping mapping = read("""
                map:
                  work:
                    - { from: { project: website, task: none }, to: { task: "20" } }
                """).mapping();

        assertThat(mapping.work()).singleElement().satisfies(rule -> {
            assertThat(rule.isWithoutTask()).isTrue();
            assertThat(rule.fromTask()).isEmpty();
            assertThat(rule.toTask()).contains("20");
        });
    }

    @Test
    void readsAFilter() throws IOException {
        assertThat(read("filter: { people: [\"31\"], projects: [website, app], billable: yes, invoiced: no }")
                        .filter())
                .isEqualTo(EntryFilter.builder()
                        .people(Set.of("31"))
                        .projects(Set.of("website", "app"))
                        .billable(true)
                        .invoiced(false)
                        .build());
        assertThat(read("ledger: a.db").filter()).isEqualTo(EntryFilter.all());
    }

    @Test
    void joinsTheMappingFileToTheMapping() throws IOException {
        Mapping mapping = read("""
                        map:
                          people: { "25": "999" }
                          work:
                            - { from: { task: "1" }, to: { task: "2" } }
                        mapping: %s
                        """, "mapping.yaml", """
                        # Fill in the target's ids.
                        map:
                          people:
                            "25": "999"   # the same once more
                            "26":         # not filled in yet
                            "27": skip
                          tasks: { "40": "41" }
                          work:
                            - { from: { task: "3" }, to: { task: "4" } }
                        defaults:
                          project:
                          note: "(none)"
                        """).mapping();

        assertThat(mapping.people()).containsExactly(Map.entry("25", "999"));
        assertThat(mapping.tasks()).containsExactly(Map.entry("40", "41"));
        assertThat(mapping.skipped()).containsEntry(EntryField.PERSON, Set.of("27"));
        assertThat(mapping.work())
                .extracting(rule -> rule.fromTask().orElseThrow())
                .containsExactly("1", "3");
        assertThat(mapping.defaultNote()).contains("(none)");
        assertThat(mapping.defaultProject()).isEmpty();
    }

    @Test
    void namesBothLinesWhereTheTwoContradictEachOther() {
        assertThatThrownBy(() -> read("""
                        map:
                          people:
                            "25": "999"
                        mapping: %s
                        """, "mapping.yaml", """
                        map:
                          people:
                            "24": "1"
                            "25": skip
                        """))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mapping.yaml:4: map.people.25: gives skip, but migration.yaml:3: map.people.25"
                        + " gives \"999\"; remove one of the two");
        assertThatThrownBy(() -> read(
                        "defaults: { project: \"1\" }\nmapping: %s\n",
                        "mapping.yaml", "map: {}\ndefaults:\n  project: \"2\"\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mapping.yaml:3: defaults.project: gives 2, but migration.yaml:1:"
                        + " defaults.project gives 1");
    }

    @Test
    void namesTheMappingFileInItsErrors() {
        assertThatThrownBy(() -> read("mapping: missing.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing.yaml: the file does not exist");
        assertThatThrownBy(() -> read("mapping: %s", "mapping.yaml", "map:\n  poeple: {}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mapping.yaml:2: map.poeple: unknown key; did you mean people?");
        assertThatThrownBy(() -> read("mapping: %s", "mapping.yaml", "ledger: other.db\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mapping.yaml:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "map: { people: { \"31\": { task: \"1\" } } }   | map.people.31: unknown key",
                "map: { projects: { web: { tsk: \"1\" } } }     | map.projects.web.tsk: unknown key; did you mean task?",
                "map: { projects: { web: {} } }                 | map.projects.web: specify project, task, or both",
                "map: { people: { \"31\": {} } }                | map.people.31: specify person, or an id, or skip",
                "map: { people: { \"31\": \" \" } }             | map.people.31: an id is blank",
                "map: { projects: { web: { task: \" \" } } }    | map.projects.web.task: an id is blank",
                "map: { work: [ { from: { task: \"1\" }, to: skipp } ] } | to: use skip, or the target's ids",
                "map: { work: [ { from: {}, to: skip } ] }      | a rule needs at least one key in from",
                "filter: { people: [] }                         | filter.people: specify at least one id",
                "filter: { projects: [\" \"] }                  | filter.projects: specify at least one id and no blank "
                        + "ids",
                "filter: { billable: maybe }                    | filter.billable: use yes or no",
                "filter: { task: [a] }                          | filter: unknown key",
            })
    void refusesWhatCannotBeMeant(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }
}
