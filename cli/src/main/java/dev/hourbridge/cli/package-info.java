/**
 * The {@code hourbridge} command, with its subcommands, exit codes and output.
 *
 * <pre>{@code
 * int code = Hourbridge.run(CommandContext.ofProcess(), "verify", "-c", "migration.yaml");
 * }</pre>
 *
 * <p>Each subcommand is a separate class. The configuration file is read in {@code config}, and reports are written in
 * {@code report}. This package is not an API: programs use the clients and {@code dev.hourbridge.migration}.
 */
@NullMarked
package dev.hourbridge.cli;

import org.jspecify.annotations.NullMarked;
