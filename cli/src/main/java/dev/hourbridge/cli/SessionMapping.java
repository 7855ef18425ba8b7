package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.mapping.MappableIds;
import dev.hourbridge.cli.mapping.MappingFile;
import dev.hourbridge.cli.mapping.MappingProposals;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.model.Capabilities;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The mapping of a configuration, compared with the names of the entries that were listed so far.
 *
 * @param target the target's capabilities, which decide what must be mapped
 */
record SessionMapping(Configuration configuration, Capabilities target, Names sourceNames, Names targetNames) {

    /**
     * Returns the mapping file to complete: the file that the configuration names, or a new file next to the ledger.
     */
    MappingFile file() {
        Optional<Path> configured = configuration.mappingFile();
        return new MappingFile(
                configured.orElseGet(this::besideLedger),
                configured.isPresent(),
                new MappableIds(configuration.ownMapping(), target, sourceNames),
                new MappingProposals(sourceNames, targetNames));
    }

    private Path besideLedger() {
        return configuration.ledger().resolveSibling(configuration.ledger().getFileName() + ".mapping.yaml");
    }

    /** Returns the ids that can be mapped, for remedies for entries that lack one. */
    MappableIds ids() {
        return new MappableIds(configuration.mapping(), target, sourceNames);
    }

    /** Returns the mapping keys that occur in no entry of the current plan. Most of them are typing errors. */
    List<String> unusedKeys() {
        return UnusedKeys.of(configuration.mapping(), sourceNames);
    }
}
