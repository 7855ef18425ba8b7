package dev.hourbridge.cli.config;

import com.google.auto.value.AutoValue;
import dev.hourbridge.http.Secret;
import dev.hourbridge.migration.EntryFilter;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.WorkRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The content of the configuration file. Immutable.
 *
 * <p>All keys are checked and all variables replaced on creation, so no step finds an error in the file halfway
 * through. The location of each value is recorded for errors that only a service can detect.
 */
@AutoValue
public abstract class Configuration {
    Configuration() {}

    static Builder builder() {
        return new AutoValue_Configuration.Builder();
    }

    /** Returns the beginning of the file, for errors about missing keys. */
    public abstract SourceLocation location();

    /** Returns the source, if it is configured. */
    public abstract Optional<ServiceConfiguration> givenSource();

    /** Returns the target, if it is configured. */
    public abstract Optional<ServiceConfiguration> givenTarget();

    /** Returns the range of days, if it is configured. */
    public abstract Optional<DateRange> givenRange();

    /** Returns the mapping of the source's ids to the target's, with the defaults. */
    public abstract Mapping mapping();

    /** Returns the mapping without the entries of the file that {@code mapping} names. */
    public abstract Mapping ownMapping();

    /** Returns the file that {@code mapping} names. */
    public abstract Optional<Path> mappingFile();

    /** Returns the filter of the entries in the range. */
    public abstract EntryFilter filter();

    /** Returns the locations in the file that name people of the target, by person id. */
    abstract Map<String, SourceLocation> peopleLocations();

    /** Returns the people of the target for whom the mapping can create entries. */
    public final Set<String> targetPeople() {
        Set<String> ids = new TreeSet<>(mapping().people().values());
        mapping().defaultPerson().ifPresent(ids::add);
        mapping().work().stream()
                .map(WorkRule::toPerson)
                .flatMap(Optional::stream)
                .forEach(ids::add);
        return ids;
    }

    /**
     * Returns the only person for whom the mapping creates entries. The target's credentials must belong to this
     * person. The plan reports an invalid id with its line.
     */
    public final Optional<String> onlyTargetPerson() {
        Set<String> people = targetPeople();
        return target().people().isEmpty() && people.size() == 1
                ? people.stream().filter(id -> id.matches("[1-9]\\d{0,17}")).findFirst()
                : Optional.empty();
    }

    /** Returns the location in the file that names a person of the target. */
    public final SourceLocation personLocation(String id) {
        return peopleLocations().getOrDefault(id, location());
    }

    /** Returns the policy. */
    public abstract Policy policy();

    /** Returns the path of the ledger. Default: {@code migration.db}. */
    public abstract Path ledger();

    /** Returns the location of the {@code ledger} key. */
    public abstract SourceLocation ledgerLocation();

    /** Returns the location of the {@code report} key. */
    public abstract SourceLocation reportLocation();

    /** Returns the path of the report without an extension. Default: {@code report}. */
    public abstract Path report();

    /** Returns the source. */
    public final ServiceConfiguration source() {
        return givenSource().orElseThrow(() -> location().error("source is missing"));
    }

    /** Returns the target. */
    public final ServiceConfiguration target() {
        return givenTarget().orElseThrow(() -> location().error("target is missing"));
    }

    /** Returns the range of days. */
    public final DateRange range() {
        return givenRange()
                .orElseThrow(() -> location()
                        .error("range is missing; specify a range such as { from: 2007-01-01, to: 2007-12-31 }"));
    }

    /** Returns every secret in the credentials of both sides. */
    public final List<Secret> secrets() {
        return Stream.of(givenSource(), givenTarget())
                .flatMap(Optional::stream)
                .flatMap(ServiceConfiguration::secrets)
                .toList();
    }

    /** Returns remarks on the file itself, such as that other users can read it. */
    public abstract List<String> remarks();

    /** Returns this configuration with another mapping file. */
    public final Configuration withMappingFile(Path file) {
        return toBuilder().mappingFile(Optional.of(file)).build();
    }

    /** Returns this configuration with different paths for the ledger and the report. */
    public final Configuration in(Path ledger, Path report) {
        return toBuilder().ledger(ledger).report(report).build();
    }

    abstract Builder toBuilder();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder location(SourceLocation location);

        abstract Builder givenSource(Optional<ServiceConfiguration> source);

        abstract Builder givenTarget(Optional<ServiceConfiguration> target);

        abstract Builder givenRange(Optional<DateRange> range);

        abstract Builder mapping(Mapping mapping);

        abstract Builder ownMapping(Mapping mapping);

        abstract Builder mappingFile(Optional<Path> file);

        abstract Builder filter(EntryFilter filter);

        abstract Builder peopleLocations(Map<String, SourceLocation> locations);

        abstract Builder policy(Policy policy);

        abstract Builder ledger(Path ledger);

        abstract Builder report(Path report);

        abstract Builder ledgerLocation(SourceLocation location);

        abstract Builder reportLocation(SourceLocation location);

        abstract Builder remarks(List<String> remarks);

        abstract Configuration build();
    }
}
