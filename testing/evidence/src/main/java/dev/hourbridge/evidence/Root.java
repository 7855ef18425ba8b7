package dev.hourbridge.evidence;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository begins, seen from the module whose tests run. */
final class Root {
    private Root() {}

    static Path path() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("hourbridge")) || !Files.exists(folder.resolve("pom.xml"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("no folder above this one has the launcher and a pom.xml");
            }
            folder = parent;
        }
        return folder;
    }
}
