package dev.hourbridge.migration.internal.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The directory that stores the change numbers of ledgers.
 *
 * @param directory the directory; created if it does not exist
 * @param clock the clock for the times of creates
 * @param warning receives a message if the directory cannot be used
 */
public record StateDirectory(Path directory, InstantSource clock, Consumer<String> warning) {}
