package dev.hourbridge.migration.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserStateDirectoryTest {
    private static final Path HOME = Path.of("/home/ann");

    private static String of(String system, Map<String, String> environment) {
        return UserStateDirectory.of(environment::get, system, HOME).toString();
    }

    @Test
    void isTheOneThatThePlatformNames() {
        assertThat(of("Linux", Map.of())).isEqualTo("/home/ann/.local/state/hourbridge");
        assertThat(of("Linux", Map.of("XDG_STATE_HOME", "/state"))).isEqualTo("/state/hourbridge");
        assertThat(of("Mac OS X", Map.of())).isEqualTo("/home/ann/Library/Application Support/hourbridge");
        assertThat(of("Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo("/local/hourbridge");
        assertThat(of("Windows 11", Map.of())).isEqualTo("/home/ann/AppData/Local/hourbridge");
    }

    /** By the specification of the variable. */
    @Test
    void aRelativePathIsIgnored() {
        assertThat(of("Linux", Map.of("XDG_STATE_HOME", "state"))).isEqualTo("/home/ann/.local/state/hourbridge");
        assertThat(of("Linux", Map.of("XDG_STATE_HOME", ""))).isEqualTo("/home/ann/.local/state/hourbridge");
    }
}
