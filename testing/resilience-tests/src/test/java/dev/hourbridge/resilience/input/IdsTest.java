package dev.hourbridge.resilience.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ids in every place of the common API, and what of them comes over the wire. */
final class IdsTest {
    private static final String BENIGN = "7";
    private static final String BENIGN_PROJECT = "kiosk";

    @Test
    void anIdIsRefusedUnsentOrArrivesAsItself() {
        int tried = 0;
        int sent = 0;
        for (Service service : Service.values()) {
            try (RawServer server = RawServer.notFound();
                    TimeTracker tracker = service.client(server.url())) {
                List<String> ids = HostileIds.all();
                for (IdPlace place : IdPlace.all()) {
                    for (int i = tried % Samples.of(3, 1); i < ids.size(); i += Samples.of(3, 1)) {
                        String id = ids.get(i);
                        tried++;
                        sent += tryId(service, server, tracker, place, id, BENIGN) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(sent)
                .as("ids that went out, as text that a service may know")
                .isGreaterThan(100);
        Evidence.of(Area.INPUT, "Ids")
                .tried("slashes, dots, percent signs, CR LF, NUL, half surrogates, wrong numbers, 10,000 characters,"
                        + " in every place of four clients that takes an id")
                .result("invalid before any request, or on the wire as that one id and in its place")
                .count(tried);
    }

    @Test
    void aPermalinkIsRefusedUnsentOrStaysOneSegment() {
        int tried = 0;
        int sent = 0;
        try (RawServer server = RawServer.notFound();
                TimeTracker tracker = Service.CODEBASE.client(server.url())) {
            for (IdPlace place : IdPlace.all()) {
                boolean ofProject = place.name().contains("project");
                for (String id : HostileIds.all()) {
                    tried++;
                    String end = ofProject ? "" : "/7";
                    sent += tryId(Service.CODEBASE, server, tracker, place, id + end, BENIGN_PROJECT + end) ? 1 : 0;
                }
            }
        }
        assertThat(sent).as("permalinks that went out encoded").isGreaterThan(100);
        Evidence.of(Area.INPUT, "Permalinks")
                .tried("the same texts as Codebase's permalinks, alone and before a session's number")
                .result("invalid before any request, or one encoded segment of the path")
                .count(tried);
    }

    /** Whether it was sent; its requests must be those of a benign id but for the id. */
    private static boolean tryId(
            Service service, RawServer server, TimeTracker tracker, IdPlace place, String id, String benign) {
        String what =
                service + ": " + place + " " + id.codePoints().limit(20).boxed().toList();
        run(service, tracker, place, benign);
        List<RawRequest> expected = server.take();
        Optional<HourbridgeException> failure = run(service, tracker, place, id);
        List<RawRequest> requests = server.take();
        if (failure.filter(InvalidInputException.class::isInstance).isPresent()) {
            assertThat(requests).as(what).isEmpty();
            assertThat(failure.get().getMessage()).as(what).hasSizeLessThan(400);
            return false;
        }
        assertThat(requests).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < requests.size(); i++) {
            assertThat(requests.get(i).target()).as(what).matches("[\\x21-\\x7e]+");
            assertThat(requests.get(i).segments())
                    .as(what)
                    .isEqualTo(expected.get(i).segments().stream()
                            .map(segment -> segment.equals(part(benign)) ? part(id) : segment)
                            .toList());
            assertThat(requests.get(i).query())
                    .as(what)
                    .isEqualTo(expected.get(i).query());
            if (place.name().endsWith("activity")) {
                assertThat(json(requests.get(i).body()).path("type").asText())
                        .as(what)
                        .isEqualTo(id);
            }
            assertThat(requests.get(i).head().lines().count())
                    .as(what)
                    .isEqualTo(expected.get(i).head().lines().count());
        }
        return !requests.isEmpty();
    }

    /** What of the id stands in a path: Codebase's numbers are a segment of their own. */
    private static String part(String id) {
        return id.endsWith("/7") ? id.substring(0, id.length() - 2) : id;
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a body that is no JSON", e);
        }
    }

    private static Optional<HourbridgeException> run(Service service, TimeTracker tracker, IdPlace place, String id) {
        try {
            place.call().with(tracker, service.newEntry(tracker), id);
            return Optional.empty();
        } catch (HourbridgeException e) {
            return Optional.of(e);
        }
    }
}
