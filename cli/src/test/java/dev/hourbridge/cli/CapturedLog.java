package dev.hourbridge.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is logged, at any level, until it is closed. */
final class CapturedLog implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final @Nullable Level before = root.getLevel();
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            // The proxy, which is the test's own, logs what it passes on.
            if (String.valueOf(entry.getLoggerName()).matches("(sun|com\\.sun|jdk)\\..*")) {
                return;
            }
            logged.add(entry.getLoggerName() + " " + entry.getMessage());
            for (Throwable at = entry.getThrown(); at != null; at = at.getCause()) {
                logged.add(at.toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    CapturedLog() {
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    /** All that a run left behind by name: its output, the log since the last time, and its files but the configuration. */
    Map<String, byte[]> leftBehind(CommandRun run, Path directory) throws IOException {
        Map<String, byte[]> texts = new HashMap<>();
        texts.put("output", run.out().getBytes(StandardCharsets.UTF_8));
        texts.put("errors", run.err().getBytes(StandardCharsets.UTF_8));
        texts.put("log", String.join("\n", logged.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8));
        logged.clear();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(path -> !path.endsWith("migration.yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return texts;
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        root.setLevel(before);
    }
}
