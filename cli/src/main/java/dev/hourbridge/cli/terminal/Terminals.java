package dev.hourbridge.cli.terminal;

import java.io.Console;
import java.io.IOException;

/**
 * Which standard streams are terminals.
 *
 * <p>Colors, progress bars and questions are for terminals only. Each stream is checked separately.
 */
public interface Terminals {

    /** Returns whether standard input is a terminal, on which a question can be asked. */
    boolean isInput();

    /** Returns whether standard error is a terminal, on which a progress bar can be drawn. */
    boolean isError();

    /** Returns the terminals of this process. */
    static Terminals ofProcess() {
        return new Terminals() {
            @Override
            public boolean isInput() {
                return isTerminal(0);
            }

            @Override
            public boolean isError() {
                return isTerminal(2);
            }
        };
    }

    /**
     * Returns whether a stream is a terminal. Java detects a console only if input and output are both terminals, so
     * {@code undo > log} could not ask. The POSIX {@code test} command inherits the streams and checks each of them. On
     * other systems, the console decides.
     */
    private static boolean isTerminal(int descriptor) {
        try {
            return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notPosix) {
            return isConsole();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Returns whether there is a console. From JDK 22, {@code System.console()} is not null without a terminal, and
     * {@code isTerminal()} decides.
     */
    @SuppressWarnings("SystemConsoleNull") // JDK 17 returns null without a terminal
    private static boolean isConsole() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException beforeJdk22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
