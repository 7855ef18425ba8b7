package dev.hourbridge.cli.service;

import dev.hourbridge.archive.ArchiveTimeTracker;
import dev.hourbridge.cli.config.Connection;
import dev.hourbridge.cli.config.Credentials;
import dev.hourbridge.cli.config.Key;
import dev.hourbridge.cli.config.ServiceBinding;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.config.ServiceConfiguration;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that {@code hourbridge archive} wrote.
 *
 * <p>An archive has no URL and no credentials, can only be a source, and is listed without a network.
 */
final class ArchiveBinding implements ServiceBinding {
    private static final Key<Path> FILE = Key.parsed(
                    "file", "The file that hourbridge archive wrote.", Path::of, "is not a path")
            .required("");

    @Override
    public String word() {
        return "archive";
    }

    @Override
    public String displayName() {
        return "Archive";
    }

    @Override
    public boolean isSourceOnly() {
        return true;
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(FILE);
    }

    @Override
    public List<List<String>> credentialSets() {
        return List.of();
    }

    @Override
    public ServiceClient connect(ServiceConfiguration side, Credentials credentials, Connection connection) {
        try {
            return ServiceClient.of(ArchiveTimeTracker.open(side.get(FILE)));
        } catch (FileNotFoundException e) {
            throw side.location().error("file: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
