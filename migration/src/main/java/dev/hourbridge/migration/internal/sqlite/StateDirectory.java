package dev.hourbridge.migration.internal.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The directory that stores the numbers of ledgers' changes.
 *
 * @param directory the directory; created if it does not exist
 * @param clock for the times of creates
 * @param warning takes a message if it cannot be used
 */
public record StateDirectory(Path directory, InstantSource clock, Consumer<String> warning) {}
