package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command on a real terminal, which {@code script} of util-linux provides. */
@Tag("packaged")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ConsentOnTerminalIT {
    private static final char END_OF_INPUT = 4;
    private static final char CTRL_C = 3;

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void migrated() throws Exception {
        assumeTrue(
                succeeds("script", "-qec", "true", "/dev/null"),
                "there is no script command of util-linux here, so no terminal to ask on");
        assumeTrue(
                succeeds("env", "--default-signal=INT", "true"),
                "there is no env command of GNU coreutils 8.31 here, so Ctrl-C may be ignored");
        bench = new Bench(directory).withEntries(3);
        assertThat(bench.run("migrate", "--yes").code()).isZero();
    }

    @AfterEach
    void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    void yesTypedAtTheTerminalIsConsent() throws Exception {
        assertThat(onTerminal(undo(), "yes\n").code()).isZero();
        assertThat(bench.target.entries()).isEmpty();
    }

    @Test
    void theQuestionIsAskedWhereOnlyOutputIsRedirected() throws Exception {
        Run undo = onTerminal(undo() + " > " + bench.path("out.txt"), "yes\n");

        assertThat(undo.code()).isZero();
        assertThat(undo.screen()).contains("Delete 3 entries (3:00 h) from Teamwork at");
        assertThat(bench.text("out.txt")).contains("3 entries deleted");
    }

    @Test
    void noAndEndOfInputAndCtrlCAreNoConsent() throws Exception {
        for (String typed : new String[] {"no\n", "\n", "" + END_OF_INPUT, "" + CTRL_C}) {
            Run undo = onTerminal(undo(), typed);

            assertThat(undo.code()).as(undo.screen()).isEqualTo(130);
            assertThat(bench.target.entries()).hasSize(3);
        }
    }

    @Test
    void aPipedYesIsNoConsentEvenAtATerminal() throws Exception {
        Run undo = onTerminal("echo yes | " + undo(), "");

        assertThat(undo.code()).isEqualTo(2);
        assertThat(undo.screen()).contains("standard input is not a terminal").doesNotContain("[y/N]");
        assertThat(bench.target.entries()).hasSize(3);
    }

    private record Run(int code, String screen) {}

    private String undo() {
        // A build that runs in the background ignores SIGINT, and so would all that it starts.
        return "env --default-signal=INT " + Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:TieredStopAtLevel=1 -jar " + System.getProperty("hourbridge.jar") + " undo -c "
                + bench.path("migration.yaml");
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Types once the question is on the screen, as a person would. */
    private Run onTerminal(String command, String typed) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true);
        builder.environment().putAll(bench.environment());
        Process process = builder.start();
        try (InputStream screen = process.getInputStream();
                OutputStream keyboard = process.getOutputStream()) {
            StringBuilder shown = new StringBuilder();
            boolean isTyped = typed.isEmpty();
            byte[] buffer = new byte[4096];
            for (int length = screen.read(buffer); length >= 0; length = screen.read(buffer)) {
                shown.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
                if (!isTyped && shown.indexOf("[y/N] ") >= 0) {
                    keyboard.write(typed.getBytes(StandardCharsets.UTF_8));
                    keyboard.flush();
                    isTyped = true;
                }
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Run(process.exitValue(), shown.toString());
        } finally {
            process.destroyForcibly();
        }
    }
}
