package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    @Test
    void endsAListThatDoesNotAnnounceItsTotal() {
        List<Read> lists = Stream.of(Service.CODEBASE, Service.TEAMPULSE)
                .flatMap(RowCapTest::lists)
                .toList();
        assertThat(lists).hasSizeGreaterThan(3).allSatisfy(read -> {
            assertThat(read(read, 2).failure())
                    .isInstanceOf(ListTooLongException.class)
                    .hasMessageContaining("maxListRows");
            assertThat(read(read, 3).items()).hasSize(3);
        });
        Evidence.of(Area.BODIES, "Lists without a total, and a cap on rows")
                .tried("lists and native lists of Codebase and TeamPulse, with a cap of one row fewer and of as many")
                .result("ListTooLongException that names maxListRows; read with a cap of as many rows")
                .count(2L * lists.size());
    }

    @Test
    void leavesAListThatAnnouncesItsTotal() {
        assertThat(Stream.of(Service.TEAMWORK, Service.LIVETIMER).flatMap(RowCapTest::lists))
                .hasSizeGreaterThan(3)
                .allSatisfy(read -> assertThat(read(read, 2).items()).hasSize(3));
    }
}
