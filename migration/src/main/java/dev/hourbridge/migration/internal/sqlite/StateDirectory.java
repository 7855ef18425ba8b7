package dev.hourbridge.migration.internal.sqlite;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The directory in which the numbers of ledgers' changes are kept.
 *
 * @param directory the directory; created if it does not exist
 * @param warning takes a message if it cannot be used
 */
public record StateDirectory(Path directory, Consumer<String> warning) {}
