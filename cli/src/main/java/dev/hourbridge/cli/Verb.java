package dev.hourbridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One of the command's verbs. */
@Command(mixinStandardHelpOptions = true)
abstract class Verb implements Callable<Integer> {
    private final Surroundings surroundings;

    Verb(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public final Integer call() throws Exception {
        return execute().code();
    }

    abstract ExitCode execute() throws Exception;

    final Surroundings surroundings() {
        return surroundings;
    }

    final void say(String line) {
        surroundings.out().println(line);
    }
}
