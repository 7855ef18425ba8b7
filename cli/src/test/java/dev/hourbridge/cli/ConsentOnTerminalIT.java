package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void migrated() throws Exception {
        TerminalSession.assumeAvailable();
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
        TerminalSession.Ended undo = onTerminal(undo() + " > " + bench.path("out.txt"), "yes\n");

        assertThat(undo.code()).isZero();
        assertThat(undo.screen()).contains("Delete 3 entries (3:00 h) from Teamwork at");
        assertThat(bench.text("out.txt")).contains("3 entries deleted");
    }

    @Test
    void noAndEndOfInputAndCtrlCAreNoConsent() throws Exception {
        for (String typed :
                new String[] {"no\n", "\n", "" + TerminalSession.END_OF_INPUT, "" + TerminalSession.CTRL_C}) {
            TerminalSession.Ended undo = onTerminal(undo(), typed);

            assertThat(undo.code()).as(undo.screen()).isEqualTo(130);
            assertThat(bench.target.entries()).hasSize(3);
        }
    }

    @Test
    void aPipedYesIsNoConsentEvenAtATerminal() throws Exception {
        TerminalSession.Ended undo = onTerminal("echo yes | " + undo(), "");

        assertThat(undo.code()).isEqualTo(2);
        assertThat(undo.screen()).contains("standard input is not a terminal").doesNotContain("[y/N]");
        assertThat(bench.target.entries()).hasSize(3);
    }

    private String undo() {
        return TerminalSession.command("undo", bench.path("migration.yaml"));
    }

    private TerminalSession.Ended onTerminal(String command, String typed) throws Exception {
        TerminalSession session = new TerminalSession(bench.environment());
        return (typed.isEmpty() ? session : session.typing("[y/N] ", typed)).run(command);
    }
}
