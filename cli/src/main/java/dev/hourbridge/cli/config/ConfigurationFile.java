package dev.hourbridge.cli.config;

import dev.hourbridge.cli.file.OtherReaders;
import dev.hourbridge.migration.Mapping;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration file.
 *
 * <p>An unknown key is an error with a suggestion. If it were ignored, a misspelled {@code maxDeletes} would leave the
 * limit at its default.
 *
 * <p>The steps are: parse the YAML, replace variables, read each section with the class named after it, and merge the
 * mapping with the file that {@code mapping} names. Reading stops at the first error, whose message names the file,
 * line and key.
 */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * Reads the file and checks everything that can be checked without a request.
     *
     * @param services the services that a side may use
     * @param environment returns the value of a variable, or null
     * @throws ConfigurationException if the file cannot be read or is invalid
     */
    public static Configuration read(
            Path file, List<ServiceBinding> services, UnaryOperator<@Nullable String> environment) {
        return read(file, services, environment, true);
    }

    /** Reads a file as {@link #read} does, except that its mapping file need not exist yet. */
    public static Configuration readForMapping(
            Path file, List<ServiceBinding> services, UnaryOperator<@Nullable String> environment) {
        return read(file, services, environment, false);
    }

    /** Reads a file, and warns if it contains a secret that other users can read. */
    private static Configuration read(
            Path file,
            List<ServiceBinding> services,
            UnaryOperator<@Nullable String> environment,
            boolean isMappingRequired) {
        String name = String.valueOf(file.getFileName());
        Configuration configuration = read(YamlFile.text(file), name, services, environment, isMappingRequired);
        boolean holdsSecrets = Stream.of(configuration.givenSource(), configuration.givenTarget())
                .flatMap(Optional::stream)
                .anyMatch(ServiceConfiguration::holdsSecrets);
        return holdsSecrets
                ? configuration.toBuilder()
                        .remarks(OtherReaders.remark(file, name).stream().toList())
                        .build()
                : configuration;
    }

    /**
     * Reads the text of a file.
     *
     * @param isMappingRequired whether the mapping must be complete, which {@code map} does not need
     */
    private static Configuration read(
            String text,
            String name,
            List<ServiceBinding> services,
            UnaryOperator<@Nullable String> environment,
            boolean isMappingRequired) {
        SourceLocation top = new SourceLocation(name, 1, "");
        EnvironmentNames names = new EnvironmentNames(environment);
        YamlMap file = YamlFile.parse(text, top, names).allowOnly(ConfigurationSchema.keys(services));
        MappingEntries mapping = new MappingEntries();
        MappingSection.read(file.map("map"), file.map("defaults"), mapping);
        Mapping ownMapping = mapping.toMapping();
        Optional<Path> mappingFile = path(file, "mapping");
        mappingFile
                .filter(other -> isMappingRequired || Files.exists(other))
                .ifPresent(other -> MappingReader.read(other, names, mapping));
        List<ServiceBinding> targets =
                services.stream().filter(each -> !each.isSourceOnly()).toList();
        return Configuration.builder()
                .remarks(List.of())
                .location(top)
                .givenSource(file.findMap("source").map(section -> ServiceSection.read(section, services)))
                .givenTarget(file.findMap("target").map(section -> ServiceSection.read(section, targets)))
                .givenRange(file.findMap("range").map(DateRange::read))
                .filter(FilterSection.read(file.map("filter")))
                .mapping(mapping.toMapping())
                .ownMapping(ownMapping)
                .mappingFile(mappingFile)
                .peopleLocations(mapping.peopleLocations())
                .policy(PolicySection.read(file.map("policy")))
                .ledger(path(file, "ledger").orElse(Path.of("migration.db")))
                .report(path(file, "report").orElse(Path.of("report")))
                .ledgerLocation(file.expectedLocation("ledger"))
                .reportLocation(file.expectedLocation("report"))
                .build();
    }

    private static Optional<Path> path(YamlMap file, String key) {
        return file.find(key).map(text -> text.parsed(ConfigurationFile::notBlankPath, "is not a path"));
    }

    /** Returns a path, which must not be blank. */
    private static Path notBlankPath(String text) {
        if (text.isBlank()) {
            throw new InvalidPathException(text, "blank");
        }
        return Path.of(text);
    }
}
