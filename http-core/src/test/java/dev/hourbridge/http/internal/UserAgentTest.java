package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UserAgentTest {
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    @Test
    void isTheVersionOfTheBuildInEveryRequest() throws Exception {
        Matcher pom = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(pom.find()).isTrue();
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}").respondJson(200, "{}");
            URI login = rig.server.url("/login").uri();
            rig.client(
                            rig.options().build(),
                            new TokenAuthentication(
                                    (challenge, tokens) ->
                                            "Bearer " + tokens.get(login).status(),
                                    List.of()))
                    .read(ApiRequest.get("getEntry", "entry"));

            for (int request = 0; request < 2; request++) {
                assertThat(rig.request().getHeaders().get("User-Agent")).isEqualTo("hourbridge/" + pom.group(1));
            }
        }
    }
}
