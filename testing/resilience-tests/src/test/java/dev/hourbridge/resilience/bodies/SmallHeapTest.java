package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.HostileServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bottomless answers, read by a program whose heap is 64 MB. The server, which makes them, is here. */
@Timeout(300)
class SmallHeapTest {
    private static final List<String> OPERATIONS = List.of("list", "get", "create");

    private static final long JUST_BELOW_THE_CAP = (8 << 20) - (1 << 17);

    private final HostileServer server = new HostileServer();
    private final Map<String, Reply> replies = new HashMap<>();
    private final List<String> cases = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aGigabyteOfAnythingIsRefused() throws Exception {
        int[] met = {0};
        for (Service service : Service.values()) {
            for (String operation : OPERATIONS) {
                Endless.bodies(service, operation).forEach((name, body) -> {
                    Replies head = Replies.of(operation.equals("create") ? 201 : 200, service.contentType(), "")
                            .with(operation.equals("list") ? service.listHeaders() : Map.of());
                    met[0]++;
                    if (isSampled(service, operation, met[0])) {
                        add(service, operation, name, head.made(false, body));
                    }
                    if (met[0] % Samples.of(20, 1) == 0) {
                        add(service, operation, name + "z", head.made(true, body));
                    }
                });
            }
        }
        run().forEach((name, result) -> {
            String expected = name.contains(":create:")
                    ? "MalformedResponseException (ACCEPTED_NO_ID|IN_DOUBT)"
                    : "MalformedResponseException -";
            assertThat(result).as(name).matches(expected);
        });
        Evidence.of(Area.BODIES, "A gigabyte in a heap of 64 MB")
                .tried("one text, name, number, comment, gap or list without end, and empty elements by the million;"
                        + " plain and zipped; lists, entries, creates")
                .result("MalformedResponseException; a create is in doubt, or taken without an id")
                .count(cases.size());
    }

    @Test
    void bombsInRefusalsAndTokensAreCutOff() throws Exception {
        for (Service service : Service.values()) {
            for (int status : new int[] {400, 401, 403, 404, 409, 422, 429, 500, 503}) {
                for (String type : List.of(service.contentType(), "text/html", "text/plain")) {
                    String name = status + type.substring(type.indexOf('/') + 1);
                    Endless.bodies(service, "list").forEach((body, writer) -> {
                        boolean sampled = (body + status + type).hashCode() % Samples.of(240, 5) == 0;
                        if (sampled) {
                            add(
                                    service,
                                    "list",
                                    name + body,
                                    Replies.of(status, type, "").made(true, writer));
                        }
                    });
                }
            }
        }
        Endless.bodies(Service.TEAMPULSE, "list").forEach((body, writer) -> {
            if (body.hashCode() % Samples.of(4, 1) == 0) {
                Replies token = Replies.of(200, "text/plain", "");
                add(Service.TEAMPULSE, "login", "token" + body, token.made(true, writer));
            }
        });
        Map<String, String> results = run();
        results.forEach((name, result) -> assertThat(result)
                .as(name)
                .matches(
                        name.contains("401") || name.contains(":login:")
                                ? "(Authentication|Rejected|MalformedResponse|Connection)Exception -"
                                : "(Rejected|Permission|NotFound|Throttled|Server|Authentication)Exception -"));
        Evidence.of(Area.BODIES, "Zip bombs in refusals and token responses")
                .tried(
                        "a gigabyte at 1000:1 behind nine statuses and from TeamPulse's token endpoint, in a heap of 64 MB")
                .result("the exception of the status; nothing of the body but the service's own words")
                .count(cases.size());
    }

    /** The cap on bytes lets them through; what they would become in memory is bounded by the number of their parts. */
    @Test
    void manySmallPartsWithinTheCapFitTheHeap() throws Exception {
        int[] met = {0};
        for (Service service : Service.values()) {
            for (String operation : OPERATIONS) {
                Endless.smallParts(service, operation, JUST_BELOW_THE_CAP).forEach((name, body) -> {
                    Replies head = Replies.of(operation.equals("create") ? 201 : 200, service.contentType(), "")
                            .with(operation.equals("list") ? service.listHeaders() : Map.of());
                    if (met[0]++ % Samples.of(9, 1) == 0) {
                        add(service, operation, name, head.made(false, body));
                    }
                });
            }
        }
        run().forEach((name, result) -> assertThat(result)
                .as(name)
                .matches(
                        name.contains(":create:")
                                ? "MalformedResponseException ACCEPTED_NO_ID"
                                // A list that ends, and line breaks after it, is an empty one.
                                : "(MalformedResponse|ListChanged)Exception -|read 0 0"));
        Evidence.of(Area.BODIES, "Nearly 8 MiB of small parts in a heap of 64 MB")
                .tried(
                        "one text, number, comment, gap or list without end, and empty elements; lists, entries, creates")
                .result("MalformedResponseException; a create is taken without an id")
                .count(cases.size());
    }

    @Test
    void answersUpToTheCapAreRead() throws Exception {
        String big = "a".repeat(3_900_000);
        for (Service service : Service.values()) {
            String list = service.list().replace("Wrote the guide", big).replace("Call", big);
            if (service != Service.CODEBASE) {
                list = list.replace("Größe", big);
            }
            add(
                    service,
                    "list",
                    "big",
                    Replies.of(200, service.contentType(), list)
                            .with(service.listHeaders())
                            .whole());
        }
        run().forEach((name, result) -> assertThat(result).as(name).matches("read 3 78[0-9]{5}"));
        Evidence.of(Area.BODIES, "Lists of nearly 8 MiB in a heap of 64 MB")
                .tried("two notes of 3.9 million characters")
                .result("read")
                .count(cases.size());
    }

    /** Each body as a list, by one client or the other of its format; a few of the rest. */
    private static boolean isSampled(Service service, String operation, int number) {
        int half = service == Service.CODEBASE || service == Service.TEAMWORK ? 0 : 1;
        return operation.equals("list") ? Samples.of(number % 4, half) == half : number % Samples.of(20, 1) == 0;
    }

    private void add(Service service, String operation, String name, Reply reply) {
        String path = service + operation + name;
        replies.put(path, reply);
        cases.add(service + ":" + operation + ":" + path);
    }

    /** Results by case, as the program prints them. */
    private Map<String, String> run() throws IOException, InterruptedException {
        Reply last = Replies.of(200, "application/json", Service.emptyPage()).whole();
        server.answers(line -> line.contains("skip") ? last : replies.get(line.split("/", 3)[1]));
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SmallHeap.class.getName(),
                server.url()));
        command.addAll(cases);
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(program.waitFor(240, TimeUnit.SECONDS))
                    .as("the program ended")
                    .isTrue();
        } finally {
            program.destroyForcibly();
        }
        Map<String, String> results = new HashMap<>();
        for (String line : Files.readString(out, StandardCharsets.UTF_8).split("\n", -1)) {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2) {
                results.put(parts[0], parts[1].strip());
            }
        }
        assertThat(results.keySet()).as(Files.readString(out)).containsExactlyInAnyOrderElementsOf(cases);
        return results;
    }
}
