package dev.hourbridge.resilience.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Base URLs as people paste them. */
final class BaseUrlsTest {
    private static final List<String> REJECTED = List.of(
            "",
            " ",
            "acme",
            "acme.example.com",
            "//acme.example.com",
            "https:",
            "https://",
            "https:///x",
            "ftp://acme.example.com",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "jar:https://a!/b",
            "ws://acme.example.com",
            " https://acme.example.com",
            "https://acme.example.com ",
            "https://acme.example.com/a b",
            "https://ac me.example.com",
            "https://acme.example.com\n",
            "https://acme.example.com\r\nX-Evil: 1",
            "https://acme.example.com/\u0000",
            "https:\\\\acme.example.com",
            "https://acme.example.com\\@evil.example",
            "https://hunter2@acme.example.com",
            "https://june:hunter2@acme.example.com",
            "https://:hunter2@acme.example.com",
            "https://@acme.example.com",
            "https://acme.example.com?",
            "https://acme.example.com?key=hunter2",
            "https://acme.example.com/#",
            "https://acme.example.com#hunter2",
            "https://acme.example.com:0",
            "https://acme.example.com:-1",
            "https://acme.example.com:65536",
            "https://acme.example.com:70000",
            "https://acme.example.com:99999999999",
            "https://acme.example.com:x",
            "https://[::1",
            "https://::1/",
            "https://[fe80::1%25eth0]/",
            "https://a..b/",
            "https://%00/",
            "https://acme.example.com//",
            "https://acme.example.com//x",
            "https://acme.example.com/x//y",
            "http://acme.example.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://127.1.example.com",
            "http://0.0.0.0",
            "http://10.0.0.1",
            "http://[2001:db8::1]");

    /** URLs and the accounts that they are of. */
    private static final Map<String, String> TAKEN = new TreeMap<>(Map.ofEntries(
            Map.entry("https://acme.example.com", "acme.example.com"),
            Map.entry("https://acme.example.com/", "acme.example.com"),
            Map.entry("HTTPS://ACME.Example.COM", "acme.example.com"),
            Map.entry("https://acme.example.com:443/", "acme.example.com"),
            Map.entry("https://acme.example.com:8443", "acme.example.com:8443"),
            Map.entry("https://acme.example.com/TeamPulse", "acme.example.com/TeamPulse"),
            Map.entry("https://acme.example.com/TeamPulse/", "acme.example.com/TeamPulse"),
            Map.entry("https://acme.example.com/a/b/c/", "acme.example.com/a/b/c"),
            Map.entry("https://acme.example.com/a/../b", "acme.example.com/b"),
            Map.entry("https://acme.example.com/./b", "acme.example.com/b"),
            Map.entry("https://acme.example.com/%7Ejune", "acme.example.com/%7Ejune"),
            Map.entry("https://acme.example.com/Team[Pulse]", "acme.example.com/Team[Pulse]"),
            Map.entry("https://acme.example.com/50%", "acme.example.com/50%"),
            Map.entry("https://acme.example.com/\u00fc", "acme.example.com/%C3%BC"),
            Map.entry("https://b\u00fccher.example", "xn--bcher-kva.example"),
            Map.entry("https://\u65e5\u672c.example", "xn--wgv71a.example"),
            Map.entry("https://my_host.example.com", "my_host.example.com"),
            Map.entry("https://[2001:DB8::1]", "[2001:db8::1]"),
            Map.entry("https://[2001:db8::1]:8443/x", "[2001:db8::1]:8443/x"),
            Map.entry("http://localhost:9898", "localhost:9898"),
            Map.entry("http://127.0.0.1", "127.0.0.1"),
            Map.entry("http://[::1]:8080/TeamPulse", "[::1]:8080/TeamPulse")));

    @Test
    void aBaseUrlIsRefusedWhenGivenOrNamesOneAccount() {
        int tried = 0;
        for (Service service : Service.values()) {
            for (String url : REJECTED) {
                tried++;
                assertThatExceptionOfType(InvalidInputException.class)
                        .as("%s: %s", service, url)
                        .isThrownBy(() -> service.client(url))
                        .withMessageStartingWith("baseUrl: ")
                        .withMessageNotContaining("hunter2");
            }
            for (Map.Entry<String, String> url : TAKEN.entrySet()) {
                tried++;
                try (TimeTracker tracker = service.client(url.getKey())) {
                    assertThat(tracker.account().name())
                            .as("%s: %s", service, url)
                            .endsWith(url.getValue());
                    assertThat(tracker).as("%s: %s", service, url).asString().isNotBlank();
                }
            }
        }
        Evidence.of(Area.INPUT, "Base URLs")
                .tried(
                        "paths, slashes, user info, queries, fragments, ports, schemes, IPv6, international names, blanks")
                .result("invalid when given, without secrets in the message; or one account, however it is spelt")
                .count(tried);
    }

    @Test
    void aPathOfTheBaseUrlStandsBeforeEveryRequest() {
        for (Service service : Service.values()) {
            try (RawServer server = RawServer.notFound()) {
                for (Map.Entry<String, String> path : Map.of(
                                "", "/", "/", "/", "/a", "/a/", "/a/b/", "/a/b/", "/%7Ea", "/%7Ea/", "/[x]", "/[x]/")
                        .entrySet()) {
                    try (TimeTracker tracker = service.client(server.url() + path.getKey())) {
                        assertThatExceptionOfType(HourbridgeException.class)
                                .isThrownBy(
                                        () -> tracker.list(TimeEntryQuery.all()).forEach(row -> {}));
                    }
                    List<RawRequest> requests = server.take();
                    assertThat(requests).hasSize(1);
                    assertThat(requests.get(0).target())
                            .startsWith(path.getValue())
                            .doesNotContain("//");
                }
            }
        }
    }
}
