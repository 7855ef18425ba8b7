package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.SourceLocation;
import dev.hourbridge.cli.report.ReportFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks, before anything is sent, that the ledger and the reports can be written.
 *
 * <p>A file that cannot be written is detected immediately instead of after 10,000 creates.
 */
final class OutputPathChecks {
    private OutputPathChecks() {}

    /**
     * Requires that the directory exists and that the files are not directories. Does not create a directory: on a disk
     * that is not mounted, that would start a new ledger.
     */
    static void check(Configuration configuration) {
        check(configuration.ledgerLocation(), configuration.ledger());
        ReportFiles.all(configuration.report()).forEach(file -> check(configuration.reportLocation(), file));
    }

    /**
     * Checks the file that a key names.
     *
     * @throws dev.hourbridge.cli.config.ConfigurationException if it cannot be written; the message names the key
     */
    private static void check(SourceLocation location, Path file) {
        if (Files.isDirectory(file)) {
            throw location.error("is a directory; specify a file");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw location.error("its directory does not exist; create it, or use another directory");
        }
        if (!Files.isWritable(directory)) {
            throw location.error("its directory cannot be written to");
        }
    }
}
