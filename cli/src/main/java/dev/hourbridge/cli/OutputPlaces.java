package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.Where;
import dev.hourbridge.cli.report.ReportFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks before anything is sent that ledger and reports can be written: a long run must not end without them. */
final class OutputPlaces {
    private OutputPlaces() {}

    /**
     * Requires a directory that exists, and files that are none. No directory is created: on a disk that is not
     * mounted, that would begin a new ledger.
     */
    static void check(Configuration configuration) {
        check(configuration.ledgerPlace(), configuration.ledger());
        ReportFiles.all(configuration.report()).forEach(file -> check(configuration.reportPlace(), file));
    }

    private static void check(Where place, Path file) {
        if (Files.isDirectory(file)) {
            throw place.error("is a directory; name a file");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw place.error("its directory does not exist; create it, or name another");
        }
        if (!Files.isWritable(directory)) {
            throw place.error("its directory cannot be written to");
        }
    }
}
