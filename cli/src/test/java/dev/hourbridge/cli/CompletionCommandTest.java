package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionCommandTest {
    private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?--([a-z-]+)");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void namesEveryCommandAndOption(String shell) {
        CommandRun completion = new CommandRun().started("completion", shell);

        assertThat(completion.code()).isZero();
        List<String> commands = new CommandRun().commands();
        assertThat(commands).contains("migrate", "archive").hasSizeGreaterThan(14);
        for (String command : commands) {
            List<String> options = OPTION.matcher(
                            new CommandRun().started(command, "--help").out())
                    .results()
                    .map(option -> option.group(1))
                    .toList();
            assertThat(options).as(command).contains("json", "debug");
            assertThat(completion.out()).contains(command).contains(options);
        }
        assertThat(completion.out()).contains("accept-possible-duplicates");
    }

    /** The script completes in a real shell what begins with these letters. */
    @Test
    void completesInBash() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        Path script = Files.writeString(
                directory.resolve("completion"),
                new CommandRun().started("completion", "bash").out());

        assertThat(completed(script, "hourbridge ver")).contains("verify");
        assertThat(completed(script, "hourbridge plan --fail")).contains("--fail-on-loss");
        assertThat(completed(script, "hourbridge completion fi")).contains("fish");
    }

    private static String completed(Path script, String line) throws IOException, InterruptedException {
        String[] words = line.split(" ", -1);
        String run = "source " + script + "; COMP_WORDS=(" + line + "); COMP_CWORD=" + (words.length - 1)
                + "; COMP_LINE='" + line + "'; COMP_POINT=" + line.length()
                + "; f=$(complete -p hourbridge | sed 's/.*-F \\([^ ]*\\).*/\\1/'); $f; echo \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("/bin/bash", "--norc", "-c", run)
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        bash.waitFor();
        return printed;
    }

    @Test
    void fishKnowsFilesWordsAndDescriptions() {
        assertThat(new CommandRun().started("completion", "fish").out())
                .contains("complete -c hourbridge -n __fish_use_subcommand -a verify -d ")
                .contains("-n '__fish_seen_subcommand_from plan' -s c -l config -r -F -d ")
                .contains("-n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'")
                .contains("-l side -x -a 'source target'");
    }

    @Test
    void theSchemaIsJson() throws IOException {
        CommandRun schema = new CommandRun().started("schema");

        assertThat(schema.code()).isZero();
        assertThat(new JsonMapper().readTree(schema.out()).path("properties").has("target"))
                .isTrue();
    }
}
