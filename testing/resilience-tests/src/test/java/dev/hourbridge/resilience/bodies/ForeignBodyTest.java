package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.resilience.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A success that is not the service's: another document, another kind of document, a web page. */
@Timeout(60)
class ForeignBodyTest {
    private static final List<String> PAGES = List.of(
            "<!DOCTYPE html><html><head><title>c4nary-w0rd</title></head><body><p>Log in<br></body></html>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>c4nary-w0rd</body></html>",
            "<HTML><BODY>c4nary-w0rd</BODY></HTML>",
            "<div class=\"login\"></div>",
            "Please log in, c4nary-w0rd.");
    private static final List<String> XML = List.of(
            "<projects type=\"array\"><project><name>c4nary-w0rd</name></project></projects>",
            "<project><id>5</id><name>c4nary-w0rd</name></project>",
            "<errors><error>c4nary-w0rd</error></errors>",
            "<hash></hash>",
            "<c4nary-w0rd/>",
            "<time-sessions>c4nary-w0rd</time-sessions>",
            "<time-entries total=\"1\"><entry/>c4nary-w0rd</time-entries>",
            "{\"id\":\"c4nary-w0rd\"}");
    private static final List<String> JSON = List.of(
            "[]",
            "[\"c4nary-w0rd\"]",
            "\"c4nary-w0rd\"",
            "12",
            "true",
            "null",
            "{}",
            "{\"projects\":[{\"name\":\"c4nary-w0rd\"}]}",
            "{\"results\":null,\"time-entries\":null,\"time-entry\":null}",
            "{\"results\":{\"id\":\"c4nary-w0rd\"},\"time-entries\":{},\"time-entry\":[]}",
            "{\"results\":[null],\"time-entries\":[null]}",
            "{\"results\":[[]],\"time-entries\":[[]],\"time-entry\":\"c4nary-w0rd\"}",
            "{\"results\":[\"c4nary-w0rd\"],\"time-entries\":[\"c4nary-w0rd\"],\"time-entry\":7}",
            "{\"results\":[]} c4nary-w0rd",
            "<time-entry><id>5</id></time-entry>");
    private static final List<String> TYPES = List.of(
            "text/html",
            "text/plain; charset=utf-8",
            "application/octet-stream",
            "image/png",
            "application/xhtml+xml",
            "multipart/form-data; boundary=c4nary-w0rd",
            "c4nary w0rd");

    @Test
    void documentsThatAreNotTheOnesAskedForAreRefused() {
        long tried = 0;
        for (Service service : Service.values()) {
            for (String body : service.isXml() ? XML : JSON) {
                tried += refuse(service, Map.of(), body);
            }
        }
        Evidence.of(Area.BODIES, "Another document than was asked for")
                .tried(
                        "other roots, other types of value, nulls for lists and entries, a second document behind the first")
                .result(
                        "MalformedResponseException; an empty element passes for an empty list only if it declares a list")
                .count(tried);
    }

    @Test
    void webPagesAreRefusedWhateverTypeTheyClaim() {
        long tried = 0;
        for (Service service : Service.values()) {
            for (String page : PAGES) {
                tried += refuse(service, Map.of(), page);
                tried += refuse(service, Map.of("Content-Type", "text/html; charset=utf-8"), page);
            }
        }
        Evidence.of(Area.BODIES, "Web page with status 200")
                .tried("five pages, as text/html and as the type that was asked for")
                .result("MalformedResponseException")
                .count(tried);
    }

    @Test
    void goodBodiesOfAForeignTypeAreRefused() {
        long tried = 0;
        for (Service service : Service.values()) {
            for (String type : TYPES) {
                for (Read read : List.of(Read.list(service), Read.get(service))) {
                    tried += refuse(read, Map.of("Content-Type", type), read.body());
                }
            }
        }
        Evidence.of(Area.BODIES, "Wrong content type")
                .tried("good bodies under seven types that were not asked for")
                .result("MalformedResponseException that names the type")
                .count(tried);
    }

    private static long refuse(Service service, Map<String, String> headers, String body) {
        return refuse(Read.list(service), headers, body) + refuse(Read.get(service), headers, body);
    }

    private static long refuse(Read read, Map<String, String> headers, String body) {
        try (Rig rig = new Rig(read.service())) {
            rig.answers(Rig.reply(read, body.getBytes(StandardCharsets.UTF_8))
                    .with(headers)
                    .whole());
            Rig.Result result = rig.read(read);
            assertThat(result.items()).as("%s of %s", read, body).isEmpty();
            assertThat(result.refusal())
                    .as("%s of %s as %s", read, body, headers)
                    .isInstanceOf(MalformedResponseException.class);
        }
        return 1;
    }
}
