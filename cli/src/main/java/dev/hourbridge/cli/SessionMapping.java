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
     * Returns the file with the mapping to fill in: the one that the configuration names, or a new one next to the ledger.
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

    /** Returns which ids can be mapped, for the remedies of entries that lack one. */
    MappableIds ids() {
        return new MappableIds(configuration.mapping(), target, sourceNames);
    }

    /** Returns the keys of the mapping that no entry of the plan just made has: most are typing errors. */
    List<String> unusedKeys() {
        return UnusedKeys.of(configuration.mapping(), sourceNames);
    }
}
