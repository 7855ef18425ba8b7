/**
 * Reads the configuration file: YAML, with {@code ${NAME}} from the environment, and with errors that
 * name the file's line.
 *
 * <pre>{@code
 * Configuration file = ConfigurationFile.read(Path.of("migration.yaml"), System.getenv()::get);
 * Policy policy = file.policy();
 * ServiceConfiguration source = file.source();
 * }</pre>
 */
@NullMarked
package dev.hourbridge.cli.config;

import org.jspecify.annotations.NullMarked;
