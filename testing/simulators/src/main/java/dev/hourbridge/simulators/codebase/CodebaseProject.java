package dev.hourbridge.simulators.codebase;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** A project with its sessions. Guarded by the server's lock. */
final class CodebaseProject {
    final TreeMap<Long, StoredCodebaseSession> sessions = new TreeMap<>();
    final Set<String> closedTo = new TreeSet<>();
    int generatedCount;
    IntFunction<StoredCodebaseSession> generated = index -> {
        throw new IndexOutOfBoundsException(index);
    };
}
