package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Credentials;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that a service repeats in its error. */
class HiddenCredentialsTest {
    private static HiddenCredentials with(String header) {
        return HiddenCredentials.of(new Request.Builder()
                .url("http://127.0.0.1/")
                .header("Authorization", header)
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr&t pass",
                "s3cr%26t+pass",
                "s3cr%26t%20pass",
                "czNjciZ0IHBhc3M",
                "7333637226742070617373",
                "YWxpY2U6czNjciZ0IHBhc3M="
            })
    void areHiddenInEachForm(String form) {
        HiddenCredentials hidden = with(Credentials.basic("alice", "s3cr&t pass"));
        assertThat(hidden.hiddenIn("no user alice with " + form + ", sorry"))
                .startsWith("no user alice with [hidden]")
                .endsWith(", sorry")
                .doesNotContain(form);
    }

    @Test
    void ofAKeyAsUserAreTheUser() {
        assertThat(with(Credentials.basic("twp_0123456789", "x")).hiddenIn("x marks TWP_0123456789"))
                .isEqualTo("x marks [hidden]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer tok.en-1", "WRAP access_token=\"tok.en-1\"", "WRAP access_token=tok.en-1"})
    void ofATokenAreTheToken(String header) {
        assertThat(with(header).hiddenIn("bad token tok.en-1")).isEqualTo("bad token [hidden]");
    }

    @Test
    void ofAnEncodedTokenAreTheTokenItself() {
        assertThat(with("WRAP access_token=\"tok%2Fen%2B1\"").hiddenIn("bad tok/en+1 or tok%2Fen%2B1"))
                .isEqualTo("bad [hidden] or [hidden]");
    }

    @Test
    void withoutAnyNothingIsHidden() {
        HiddenCredentials none = HiddenCredentials.of(
                new Request.Builder().url("http://127.0.0.1/").build());
        assertThat(none.hiddenIn("as it was")).isEqualTo("as it was");
        assertThat(with("Basic !!!!").hiddenIn("as it was")).isEqualTo("as it was");
    }
}
