package dev.hourbridge.cli;

import dev.hourbridge.cli.config.ConfigurationSchema;
import dev.hourbridge.cli.report.SafeJson;
import dev.hourbridge.cli.service.Services;
import java.io.IOException;
import picocli.CommandLine.Command;

/**
 * Prints the JSON schema of the configuration file.
 *
 * <p>The schema is generated from the same table of keys that the reader uses, so they cannot differ.
 */
@Command(
        name = "schema",
        description = "Prints the JSON schema of the configuration file, for editors that complete and validate YAML.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge schema > hourbridge.schema.json")
final class SchemaCommand extends Subcommand {
    SchemaCommand(CommandContext context) {
        super(context);
    }

    @Override
    boolean isListing() {
        return true;
    }

    @Override
    boolean printsJson() {
        return true;
    }

    @Override
    ExitCode execute() throws IOException {
        say(SafeJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(ConfigurationSchema.of(Services.ALL)));
        return ExitCode.DONE;
    }
}
