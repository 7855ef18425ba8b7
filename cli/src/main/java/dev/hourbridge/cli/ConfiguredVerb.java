package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A verb that works from a configuration file. */
abstract class ConfiguredVerb extends Verb {
    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "The configuration file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    ConfiguredVerb(Surroundings surroundings) {
        super(surroundings);
    }

    final Configuration configuration() {
        Configuration configuration =
                ConfigurationFile.read(file, surroundings().environment());
        surroundings().hide(configuration);
        configuration.remarks().forEach(surroundings().notes()::println);
        return configuration;
    }
}
