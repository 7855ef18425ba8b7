package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.ReliabilityPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The table in docs/reliability.md is what the tests of this build showed. */
class ReliabilityPageTest {
    @Test
    void thePageSaysWhatTheTestsShowed() throws IOException {
        ReliabilityPage page = ReliabilityPage.of(Boolean.getBoolean("hourbridge.full"));
        String expected = page.expected();
        System.out.println(expected);
        if ("write".equals(System.getProperty("hourbridge.reliability"))) {
            page.write(expected);
        }
        assertThat(page.text())
                .as("to write it again: mvn verify -Dhourbridge.reliability=write")
                .isEqualTo(expected);
    }
}
