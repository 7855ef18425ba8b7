package dev.hourbridge.migration.concurrent;

import java.util.ArrayList;
import java.util.List;

/** What happened in a scene, line by line, for the message of a failure. Safe for use by several threads. */
final class Story {
    private final List<String> lines = new ArrayList<>();

    synchronized void tell(String line) {
        lines.add(line);
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
