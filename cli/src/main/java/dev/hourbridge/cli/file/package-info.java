/**
 * Reads and writes the files of the command.
 *
 * <pre>{@code
 * AtomicFile.write(Path.of("report.txt"), out -> out.write("All entries are on the target.\n"));
 * }</pre>
 */
@NullMarked
package dev.hourbridge.cli.file;

import org.jspecify.annotations.NullMarked;
