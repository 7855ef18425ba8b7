package dev.hourbridge.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged command in a JVM of its own. */
record JarProcess(List<String> jvmOptions, List<String> arguments) {

    static JarProcess of(String... arguments) {
        return with(List.of(), arguments);
    }

    /** With options for the JVM. */
    static JarProcess with(List<String> jvmOptions, String... arguments) {
        return new JarProcess(jvmOptions, List.of(arguments));
    }

    /** Starts it; errors go where results go. */
    Process start(Map<String, String> environment, Redirect output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", System.getProperty("hourbridge.jar")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(output).start();
    }
}
