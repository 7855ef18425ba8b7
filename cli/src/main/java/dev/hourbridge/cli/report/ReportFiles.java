package dev.hourbridge.cli.report;

import dev.hourbridge.cli.file.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the report's files.
 *
 * <p>All forms have the same base name and different extensions. Each file is written completely. If that fails, the
 * earlier file is unchanged.
 */
public final class ReportFiles {
    private static final String TEXT = ".txt";
    private static final String JSON = ".json";
    private static final String HTML = ".html";
    private static final String REJECTS = ".rejects.jsonl";
    private static final List<String> ENDINGS = List.of(TEXT, JSON, HTML, REJECTS);

    private ReportFiles() {}

    @FunctionalInterface
    private interface Renderer {
        /** Writes one form. */
        void write(Report report, Writer out) throws IOException;
    }

    /**
     * Writes {@code base.txt}, {@code base.json} and {@code base.html}. After an apply or a verify, also writes {@code
     * base.rejects.jsonl} if there are rejected entries, and otherwise deletes it. Each file replaces its predecessor
     * atomically. A pending interrupt waits until the files are written. Their directory must exist.
     *
     * @return the paths of the files
     */
    public static List<Path> write(Path base, Report report) throws IOException {
        // An interrupt would stop reading from the ledger.
        boolean interrupted = Thread.interrupted();
        try {
            List<Path> files = new ArrayList<>();
            files.add(write(base, TEXT, TextReport::write, report));
            files.add(write(base, JSON, JsonReport::write, report));
            files.add(write(base, HTML, HtmlReport::write, report));
            // Not after a plan, which may have been made from this file and may be made from it again.
            if (report.apply().isPresent() || report.verify().isPresent()) {
                if (RejectsFile.isNeeded(report)) {
                    files.add(write(base, REJECTS, RejectsFile::write, report));
                } else {
                    Files.deleteIfExists(rejects(base));
                }
            }
            return files;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Retains the report of another ledger, or any other file that would be overwritten, as {@code base.1.txt} and so
     * on, with the next free number. Its list of rejects also remains in place, because a plan may be made from it
     * again.
     *
     * @param ledger the name from {@link ReportOwner#name}
     * @return the new location; empty if there was nothing to retain
     */
    public static List<Path> keepAnothers(Path base, String ledger) throws IOException {
        if (!ReportOwner.isAnothers(base, ledger)) {
            return List.of();
        }
        Path free = free(base);
        List<Path> kept = new ArrayList<>();
        for (String ending : ENDINGS) {
            Path file = withEnding(base, ending);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Path retained = withEnding(free, ending);
                kept.add(
                        ending.equals(REJECTS)
                                ? Files.copy(file, retained, LinkOption.NOFOLLOW_LINKS)
                                : Files.move(file, retained));
            }
        }
        return kept;
    }

    /** Returns the first numbered base name for which no report exists. */
    private static Path free(Path base) {
        for (int number = 1; ; number++) {
            Path candidate = withEnding(base, "." + number);
            if (ENDINGS.stream()
                    .noneMatch(ending -> Files.exists(withEnding(candidate, ending), LinkOption.NOFOLLOW_LINKS))) {
                return candidate;
            }
        }
    }

    /** Returns all files that can be written for the base. */
    public static List<Path> all(Path base) {
        return ENDINGS.stream().map(ending -> withEnding(base, ending)).toList();
    }

    /** Returns the path of the file with the rejected entries. */
    public static Path rejects(Path base) {
        return withEnding(base, REJECTS);
    }

    /** Returns the path of the JSON form. */
    static Path json(Path base) {
        return withEnding(base, JSON);
    }

    private static Path withEnding(Path base, String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }

    private static Path write(Path base, String ending, Renderer renderer, Report report) throws IOException {
        Path file = withEnding(base, ending);
        AtomicFile.write(file, out -> renderer.write(report, out));
        return file;
    }
}
