package dev.hourbridge.cli.config;

import java.nio.file.Path;

/** Reads the file that {@code mapping} names: {@code map} and {@code defaults} as in the configuration. */
final class MappingFile {
    private MappingFile() {}

    static void read(Path file, EnvironmentNames environment, MappingEntries entries) {
        SourceLocation top = new SourceLocation(file.toString(), 1, "");
        YamlMap content = YamlFile.parse(YamlFile.text(file), top, environment).allowOnly("map", "defaults");
        MappingSection.read(content.map("map"), content.map("defaults"), entries);
    }
}
