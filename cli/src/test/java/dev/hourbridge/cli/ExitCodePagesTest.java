package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/scripting.md} and {@code hourbridge help exit-codes} list the exit codes in the order in which they matter. */
class ExitCodePagesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.*) \\|$");

    @Test
    void thePageListsEveryCodeInItsOrder() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scripting.md"));
        List<String> listed = ROW.matcher(page.substring(page.indexOf("## Exit codes")))
                .results()
                .map(row -> row.group(1) + "  " + row.group(2))
                .toList();
        assertThat(listed).isEqualTo(codes());
    }

    @Test
    void helpListsEveryCodeInItsOrder() {
        CommandRun help = new CommandRun().started("help", "exit-codes");

        assertThat(help.code()).isZero();
        assertThat(help.out().lines().skip(1).map(String::strip)).isEqualTo(codes());
        assertThat(help.out()).contains("    0  Done and verified.");
    }

    @Test
    void helpKnowsCommandsAndNamesWhatItKnows() {
        assertThat(new CommandRun().started("help", "undo").out()).contains("Usage: hourbridge undo");
        assertThat(new CommandRun().started("help").out())
                .contains("Usage: hourbridge")
                .contains("help exit-codes");
        CommandRun unknown = new CommandRun().started("help", "exitcodes");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("no command or topic exitcodes")
                .contains("plan")
                .contains("exit-codes")
                .contains("list-too-long");
    }

    @Test
    void helpPrintsTheSectionThatAnErrorNames() throws IOException {
        String page = Files.readString(Path.of("../docs/troubleshooting.md"));
        for (String anchor : TroubleshootingPage.of(page).anchors()) {
            CommandRun help = new CommandRun().started("help", anchor);

            assertThat(help.code()).isZero();
            assertThat(help.out())
                    .startsWith(anchor)
                    .contains("Reason:", "Solution:")
                    .doesNotContain("**", "`", "](");
        }
        assertThat(new CommandRun().started("help", "list-too-long").out()).contains("maxListRows");
    }

    private static List<String> codes() {
        return Arrays.stream(ExitCode.values())
                .map(code -> code.code() + "  " + code.meaning())
                .toList();
    }
}
