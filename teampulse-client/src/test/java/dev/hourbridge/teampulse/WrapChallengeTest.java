package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WrapChallengeTest {
    private static final WrapChallenge EXPECTED =
            new WrapChallenge(Optional.of("http://tp/Authenticate/WRAPv0.9"), Optional.of("uri:TeamPulse"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRAP location=\"http://tp/Authenticate/WRAPv0.9\", client_id=uri:TeamPulse",
                "WRAP location=\"http://tp/Authenticate/WRAPv0.9\", client_id=\"uri:TeamPulse\"",
                "WRAP location=http://tp/Authenticate/WRAPv0.9,client_id=uri:TeamPulse",
                "wrap  Location = \"http://tp/Authenticate/WRAPv0.9\" , Client_Id = \"uri:TeamPulse\"",
                "WRAP client_id=uri:TeamPulse, location=\"http://tp/Authenticate/WRAPv0.9\"",
                "Negotiate, WRAP location=\"http://tp/Authenticate/WRAPv0.9\", client_id=uri:TeamPulse, NTLM",
                "Basic realm=\"a, WRAP location=evil\", WRAP location=\"http://tp/Authenticate/WRAPv0.9\", client_id=uri:TeamPulse",
                "WRAP location=\"http://tp/Authenticate/WRAPv0.9\", client_id=uri:TeamPulse, Basic realm=\"x\", location=\"evil\"",
                "WRAP location=\"http:\\//tp/Authenticate/WRAPv0.9\", client_id=\"uri:TeamPulse\", x=\"a\\\"b, c\""
            })
    void readsQuotedAndUnquotedValuesAmongOtherSchemes(String header) {
        assertThat(WrapChallenge.parse(List.of(header))).contains(EXPECTED);
    }

    @Test
    void findsItAmongSeveralHeaders() {
        List<String> headers = List.of(
                "NTLM",
                "Basic realm=\"tp\"",
                "WRAP location=\"http://tp/Authenticate/WRAPv0.9\", client_id=\"uri:TeamPulse\"");
        assertThat(WrapChallenge.parse(headers)).contains(EXPECTED);
    }

    @Test
    void takesOneThatSaysNothing() {
        assertThat(WrapChallenge.parse(List.of("WRAP")))
                .contains(new WrapChallenge(Optional.empty(), Optional.empty()));
        assertThat(WrapChallenge.parse(List.of("WRAP location=\"\"")))
                .contains(new WrapChallenge(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NTLM",
                "Basic realm=\"WRAP\"",
                "WRAPPED location=x",
                "Bearer location=\"http://x\"",
                "\"",
                ",,,"
            })
    void findsNoneWhereThereIsNone(String header) {
        assertThat(WrapChallenge.parse(List.of(header))).isEmpty();
    }
}
