/**
 * Reads the configuration file: YAML with {@code ${NAME}} for environment variables. Errors name the line in the file.
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
