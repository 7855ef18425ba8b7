package dev.hourbridge.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Writes the report's files. */
public final class ReportFiles {
    private static final String JSON = ".json";
    private static final String REJECTS = ".rejects.jsonl";

    private ReportFiles() {}

    @FunctionalInterface
    private interface Renderer {
        void write(Report report, Writer out) throws IOException;
    }

    /**
     * Writes {@code base.txt}, {@code base.json} and {@code base.html}. After an apply or a verify also writes
     * {@code base.rejects.jsonl} if there are refused entries, and else removes it. Each takes its
     * predecessor's place at once, and whole. An interrupt that is pending waits until they are written.
     *
     * @return the files
     */
    public static List<Path> write(Path base, Report report) throws IOException {
        // An interrupt would close the files' channels.
        boolean interrupted = Thread.interrupted();
        try {
            Path directory = base.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            List<Path> files = new ArrayList<>();
            files.add(write(base, ".txt", TextReport::write, report));
            files.add(write(base, JSON, JsonReport::write, report));
            files.add(write(base, ".html", HtmlReport::write, report));
            // Not after a plan: the file may be what it was made of, and is to be made of again.
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

    /** Where the entries that were refused are written to. */
    public static Path rejects(Path base) {
        return base.resolveSibling(base.getFileName() + REJECTS);
    }

    static Path json(Path base) {
        return base.resolveSibling(base.getFileName() + JSON);
    }

    private static Path write(Path base, String ending, Renderer renderer, Report report) throws IOException {
        Path file = base.resolveSibling(base.getFileName() + ending);
        Path draft = base.resolveSibling(base.getFileName() + ending + ".part");
        try (Writer out = Files.newBufferedWriter(draft)) {
            renderer.write(report, out);
        }
        return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
