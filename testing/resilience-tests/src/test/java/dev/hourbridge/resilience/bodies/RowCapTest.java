package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The cap on rows, for the lists of three of each client. */
@Timeout(60)
class RowCapTest {
    private static Stream<Read> lists(Service service) {
        return Stream.concat(
                Stream.of(Read.list(service)),
                Read.natives()
                        .filter(read -> read.service() == service
                                && List.of("sessions", "entries", "work types").contains(read.name())));
    }

    private static Result read(Read read, long maxListRows) {
        try (Rig rig = new Rig(read.service(), options -> options.maxListRows(maxListRows))) {
            rig.answers(Rig.reply(read, read.body()).whole());
            return rig.read(read);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CODEBASE", "TEAMPULSE"})
    void endsAListThatDoesNotAnnounceItsTotal(Service service) {
        assertThat(lists(service)).hasSizeGreaterThan(1).allSatisfy(read -> {
            assertThat(read(read, 2).failure())
                    .isInstanceOf(ListTooLongException.class)
                    .hasMessageContaining("maxListRows");
            assertThat(read(read, 3).items()).hasSize(3);
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CODEBASE", "TEAMPULSE"})
    void leavesAListThatAnnouncesItsTotal(Service service) {
        assertThat(lists(service))
                .hasSizeGreaterThan(1)
                .allSatisfy(read -> assertThat(read(read, 2).items()).hasSize(3));
    }
}
