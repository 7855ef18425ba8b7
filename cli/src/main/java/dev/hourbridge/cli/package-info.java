/**
 * The {@code hourbridge} command: its verbs, its exit codes, and what it prints.
 *
 * <pre>{@code
 * int code = Hourbridge.run(CommandContext.ofProcess(), "verify", "-c", "migration.yaml");
 * }</pre>
 *
 * <p>Each verb is a class of its own; the configuration file is read in {@code config}, reports are
 * written in {@code report}. Nothing here is an API: programs use the clients and
 * {@code dev.hourbridge.migration}.
 */
@NullMarked
package dev.hourbridge.cli;

import org.jspecify.annotations.NullMarked;
