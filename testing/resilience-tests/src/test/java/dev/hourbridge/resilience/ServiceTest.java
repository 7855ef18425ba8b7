package dev.hourbridge.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fixtures are what the clients take for a good answer: what is made of them elsewhere is then hostile. */
class ServiceTest {

    @ParameterizedTest
    @EnumSource
    void goodAnswersAreRead(Service service) {
        try (RawServer server = RawServer.start(connection -> GoodAnswers.serve(connection, service));
                TimeTracker tracker = service.client(server.url())) {
            assertThat(service.list(tracker))
                    .extracting(TimeEntry::note)
                    .containsExactly("Wrote the guide", "Größe & Maß", third(service));
            assertThat(service.get(tracker).id()).isEqualTo(service.id(tracker));
            assertThat(service.create(tracker)).isEqualTo(service.id(tracker));
        }
    }

    private static String third(Service service) {
        return service == Service.CODEBASE ? "Call" : "";
    }
}
