package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme.example.com",
                "ftp://acme.example.com",
                "https://",
                "https://acme .example.com",
                " https://acme.example.com",
                "https:\\\\acme.example.com",
                "https://user:hunter2@acme.example.com",
                "https://@acme.example.com",
                "https://acme.example.com?key=hunter2",
                "https://acme.example.com/#x",
                "http://acme.example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://acme.localhost",
                "http://localhost.",
                "http://127.999.1.1",
                "http://127.1",
                "http://127.0.0.01",
                "http://128.0.0.1",
                "http://[::2]",
            })
    void rejectsAnUnsafeBaseUrl(String text) {
        assertThatThrownBy(() -> BaseUrl.parse("baseUrl", text, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("baseUrl: ")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9898",
                "http://127.0.0.1:1",
                "http://127.255.0.9",
                "http://[::1]:8080/TeamPulse"
            })
    void acceptsPlainHttpToThisHost(String text) {
        assertThat(BaseUrl.parse("baseUrl", text, false)).hasToString(text);
    }

    @Test
    void acceptsPlainHttpToOtherHostsOnlyWithTheOption() {
        assertThat(BaseUrl.parse("baseUrl", "http://teampulse.intranet:9898", true)
                        .account())
                .isEqualTo("teampulse.intranet:9898");
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.example.com, acme.example.com, https://acme.example.com/a",
        "https://acme.example.com/, acme.example.com, https://acme.example.com/a",
        "HTTPS://ACME.example.com:443/, acme.example.com, https://acme.example.com/a",
        "https://acme.example.com:8443/TeamPulse, acme.example.com:8443/TeamPulse, https://acme.example.com:8443/TeamPulse/a",
        "https://acme.example.com/TeamPulse/, acme.example.com/TeamPulse, https://acme.example.com/TeamPulse/a",
    })
    void resolvesPathsBelowTheBaseUrl(String text, String account, String resolved) {
        BaseUrl base = BaseUrl.parse("baseUrl", text, false);

        assertThat(base.account()).isEqualTo(account);
        assertThat(base.resolve(ApiRequest.get("getEntry", "a"))).hasToString(resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a/b", "../projects", "a\\b", "a\u0000", "a\r\nHost: evil", "a\tb", "\ud83d", "/"
            })
    void rejectsAnIdThatCouldNameAnotherObject(String id) {
        assertThatThrownBy(() -> ApiRequest.delete("deleteEntry", "entries/{id}", id))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "12.json, 12.json",
        "a b, a%20b",
        "%2e%2e, %252e%252e",
        "%2F, %252F",
        "a?b=c, a%3Fb=c",
        "a#b, a%23b",
        "ü😀, %C3%BC%F0%9F%98%80",
        "a;b=c, a;b=c",
    })
    void keepsAnIdWithinItsSegment(String id, String encoded) {
        BaseUrl base = BaseUrl.parse("baseUrl", "https://acme.example.com/app", false);

        assertThat(base.resolve(ApiRequest.get("getEntry", "entries/{id}", id)).encodedPath())
                .isEqualTo("/app/entries/" + encoded);
    }

    @Test
    void keepsParametersInOrderAndEncodesAllOfThem() {
        BaseUrl base = BaseUrl.parse("baseUrl", "https://acme.example.com", false);
        ApiRequest request = ApiRequest.get("getEntry", "entries")
                .query("$filter", "note eq 'a&b=c+d #%'")
                .query("$top", 50)
                .query("a", "")
                .query("a", "ü\r\n");

        assertThat(base.resolve(request).encodedQuery())
                .isEqualTo("%24filter=note%20eq%20%27a%26b%3Dc%2Bd%20%23%25%27&%24top=50&a=&a=%C3%BC%0D%0A");
    }

    @Test
    void rejectsParametersAndHeadersThatCannotBeSent() {
        ApiRequest request = ApiRequest.get("getEntry", "entries");

        assertThatThrownBy(() -> request.query("a", "x\u0000")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> request.query("a", "\udc00")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> request.header("X-Name", "a\r\nHost: evil")).isInstanceOf(InvalidInputException.class);
    }
}
