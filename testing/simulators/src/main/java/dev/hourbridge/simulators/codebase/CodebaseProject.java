package dev.hourbridge.simulators.codebase;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * A project with its sessions. Guarded by the server's lock.
 *
 * <p>A project may end its lists with sessions that are generated while a list is sent, for tests of long lists.
 */
final class CodebaseProject {
    final TreeMap<Long, StoredCodebaseSession> sessions = new TreeMap<>();
    final Set<String> closedTo = new TreeSet<>();
    int generatedCount;

    /** Creates the session for an index from 0 (inclusive) to {@link #generatedCount} (exclusive). */
    IntFunction<StoredCodebaseSession> generated = index -> {
        throw new IndexOutOfBoundsException(index);
    };
}
