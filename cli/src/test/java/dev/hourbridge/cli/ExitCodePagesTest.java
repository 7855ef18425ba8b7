package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} lists the exit codes in the order in which they matter. */
class ExitCodePagesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| ");

    @Test
    void thePageListsEveryCodeInItsOrder() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));
        List<Integer> listed = ROW.matcher(page.substring(page.indexOf("## Exit codes")))
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();
        assertThat(listed)
                .isEqualTo(Arrays.stream(ExitCode.values()).map(ExitCode::code).toList());
    }
}
