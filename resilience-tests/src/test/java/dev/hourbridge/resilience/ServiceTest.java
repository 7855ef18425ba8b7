package dev.hourbridge.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeTracker;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fixtures are what the clients take for a good answer: what is made of them elsewhere is then hostile. */
class ServiceTest {

    @ParameterizedTest
    @EnumSource
    void goodAnswersAreRead(Service service) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(dispatcher(service));
            server.start();
            try (TimeTracker tracker = service.client(server.url("/").toString())) {
                assertThat(service.list(tracker))
                        .extracting(TimeEntry::note)
                        .containsExactly("Wrote the guide", "Größe & Maß", third(service));
                assertThat(service.get(tracker).id()).isEqualTo(service.id(tracker));
                assertThat(service.create(tracker)).isEqualTo(service.id(tracker));
            }
        }
    }

    private static String third(Service service) {
        return service == Service.CODEBASE ? "Call" : "";
    }

    private static Dispatcher dispatcher(Service service) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String target = Objects.requireNonNull(request.getTarget());
                if (Objects.equals(request.getMethod(), "POST")) {
                    return answer(201, service.created(), Map.of());
                }
                if (target.contains("1001")) {
                    return answer(200, service.entry(), Map.of());
                }
                return target.contains("$skip") || target.contains("%24skip")
                        ? answer(200, Service.emptyPage(), Map.of())
                        : answer(200, service.list(), service.listHeaders());
            }

            private MockResponse answer(int status, String body, Map<String, String> headers) {
                MockResponse.Builder response = new MockResponse.Builder()
                        .code(status)
                        .addHeader("Content-Type", service.contentType() + "; charset=utf-8")
                        .body(body);
                headers.forEach(response::addHeader);
                return response.build();
            }
        };
    }
}
