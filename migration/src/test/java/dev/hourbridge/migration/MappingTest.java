package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MappingTest {
    @Test
    @SuppressWarnings("NullAway") // what callers do who have no such checks
    void refusesNothingAndBlankIdsByName() {
        assertThatThrownBy(() -> Mapping.builder().people(null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("people: no value; ");
        assertThatThrownBy(() -> Mapping.builder().people(Map.of("1", "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("people: a blank id; ");
        assertThatThrownBy(() -> Mapping.builder().tasks(Map.of(" ", "1")))
                .hasMessageStartingWith("tasks: a blank id; ");
        assertThatThrownBy(() -> Mapping.builder().defaultProject(null))
                .hasMessageStartingWith("defaultProject: no value; ");
        assertThatThrownBy(() -> Mapping.builder().defaultPerson(""))
                .hasMessageStartingWith("defaultPerson: a blank id; ");
    }
}
