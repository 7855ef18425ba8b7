package dev.hourbridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in the forms in which a service may repeat them. */
class RedactorTest {
    private static Redactor of(String... secrets) {
        Redactor redactor = Redactor.create();
        for (String secret : secrets) {
            redactor.add(Secret.of(secret));
        }
        return redactor;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr&t \"päss",
                "S3CR&T \"PÄSS",
                "s3cr&t+\"päss",
                "s3cr%26t+%22p%C3%A4ss",
                "s3cr%26t%20%22p%c3%a4ss",
                "%733cr%26t%20%22p%E4ss",
                "s3cr%2526t%2520%2522p%25C3%25A4ss",
                "s3cr&amp;t &quot;päss",
                "s3cr&#38;t&#32;&#034;p&#xE4;ss",
                "s3cr&#x26;t &#x22;p&#228;ss",
                "s3cr&amp;amp;t &amp;quot;p&amp;#228;ss",
                "s3cr&t \\\"p\\u00E4ss",
                "s3cr\\u0026t\\u0020\\\"p\\u00e4ss",
                "s3cr&t \\\\\\\"p\\\\u00e4ss",
                "s3cr\\x26t \\x22p\\xe4ss",
                "s3cr\\u0026amp;t \\u0026quot;p%C3%A4ss",
                "czNjciZ0ICJww6Rzcw==",
                "czNjciZ0ICJww6Rzcw",
                "czNjciZ0\\r\\n ICJww6Rzcw",
                "CZNJCIZ0ICJWW6RZCW",
                "733363722674202270c3a47373",
                "733363722674202270C3A47373",
                "73 33 63 72 26 74 20 22 70 C3 A4 73 73",
                "73:33:63:72:26:74:20:22:70:c3:a4:73:73",
                "0x73, 0x33, 0x63, 0x72, 0x26, 0x74, 0x20, 0x22, 0x70, 0xc3, 0xa4, 0x73, 0x73",
                "\\x73\\x33\\x63\\x72\\x26\\x74\\x20\\x22\\x70\\xC3\\xA4\\x73\\x73",
            })
    void hidesEachForm(String form) {
        assertThat(of("s3cr&t \"päss").redact("no user alice with " + form + ", sorry"))
                .isEqualTo("no user alice with [hidden], sorry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd", "abcde", "abcdef"})
    void hidesASecretAnywhereWithinDataInBase64(String before) {
        for (String after : new String[] {"", "x", "xy", "xyz"}) {
            String text = base64(before + "s3cret~word" + after);
            String redacted = of("s3cret~word").redact("<" + text + ">");
            String rest = redacted.replace("[hidden]", "").replaceAll("[<>]", "");
            assertThat(redacted).contains("[hidden]");
            assertThat(rest.length())
                    .as(redacted)
                    .isLessThanOrEqualTo(before.length() * 8 / 6 + (after.length() * 8 + 5) / 6 + 2);
        }
    }

    @Test
    void hidesBase64OfTheUrlAlphabet() {
        String secret = "?>?>~~~ÿÿ";
        String form = Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(form).contains("-", "_");
        assertThat(of(secret).redact("with " + form)).isEqualTo("with [hidden]");
    }

    @Test
    void hidesATokenThatWasGivenPercentEncodedAsItIsToo() {
        assertThat(of("tok%2Fen%2B1").redact("bad tok/en+1 or tok%2Fen%2B1")).isEqualTo("bad [hidden] or [hidden]");
    }

    @Test
    void hidesEverySecretAndEachOccurrence() {
        assertThat(of("first-one", "second-one").redact("second-onefirst-one, first-one"))
                .isEqualTo("[hidden], [hidden]");
    }

    @ParameterizedTest
    @CsvSource({"'', x", "abc, an abc of errors"})
    void doesNotHideASecretThatIsTooShort(String secret, String text) {
        assertThat(of(secret).redact(text)).isEqualTo(text);
    }

    @Test
    void doesNotChangeOrdinaryText() {
        String text = "100% of 3 < 4 && \"a\\b\" &c; %zz \\u12 &#; %f0%9f &#99999999999; 0x \\";
        assertThat(of("s3cret~word", "tok%2Fen%2B1").redact(text)).isEqualTo(text);
        assertThat(Redactor.create().redact(text)).isEqualTo(text);
    }

    @Test
    void retainsTheLastTokensAndEverySecret() {
        Redactor redactor = of("a-password");
        for (int i = 0; i <= 1_000; i++) {
            redactor.addToken(Secret.of("token-" + i + "."));
        }
        assertThat(redactor.redact("a-password token-0. token-1. token-1000."))
                .isEqualTo("[hidden] token-0. [hidden] [hidden]");
    }

    @Test
    void showsNoSecretItself() {
        assertThat(of("s3cret~word")).hasToString("Redactor of 1 secrets");
        assertThat(SecretForms.of("s3cret~word").toString()).doesNotContain("s3cret");
    }
}
