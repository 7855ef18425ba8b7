package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationFile;
import dev.hourbridge.cli.service.Services;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A subcommand that uses a configuration file. */
abstract class ConfiguredSubcommand extends Subcommand {
    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "The configuration file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    /** Creates a subcommand with {@code --config} and related options. */
    ConfiguredSubcommand(CommandContext context) {
        super(context);
    }

    /**
     * Reads the configuration file, replaces environment variables, and prints remarks on the file.
     *
     * @throws dev.hourbridge.cli.config.ConfigurationException if the configuration is invalid; the message names the
     *     file, the line and the key
     */
    final Configuration configuration() {
        return shown(ConfigurationFile.read(file, Services.ALL, context().environment()));
    }

    /** Returns the configuration for a command that writes the mapping file, which need not exist yet. */
    final Configuration configurationForMapping() {
        return shown(
                ConfigurationFile.readForMapping(file, Services.ALL, context().environment()));
    }

    private Configuration shown(Configuration configuration) {
        context().hide(configuration);
        configuration.remarks().forEach(context().notes()::println);
        return configuration;
    }
}
