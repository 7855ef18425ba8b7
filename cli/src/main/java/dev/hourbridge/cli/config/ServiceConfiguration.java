package dev.hourbridge.cli.config;

import com.google.auto.value.AutoValue;
import dev.hourbridge.http.Secret;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One side in the file: a service, its address and its credentials. Immutable. */
@AutoValue
public abstract class ServiceConfiguration {
    ServiceConfiguration() {}

    static Builder builder() {
        return new AutoValue_ServiceConfiguration.Builder();
    }

    /** Returns the location of this side in the file. */
    public abstract SourceLocation location();

    /** Returns the service. */
    public abstract ServiceBinding service();

    /** Returns the values of the service's keys, by name. */
    abstract Map<String, Object> values();

    /** Returns the value of a key of the service, if it is configured. */
    @SuppressWarnings("unchecked") // the key itself read the value
    public final <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable((T) values().get(key.name()));
    }

    /** Returns the value of a required key. */
    public final <T> T get(Key<T> key) {
        return find(key).orElseThrow();
    }

    /** Returns the credentials. */
    public abstract Credentials credentials();

    /** Returns whether plain HTTP to other hosts is permitted. */
    public abstract boolean allowInsecureHttp();

    /**
     * Returns the credentials of people, by person id. Used for a target on which credentials can create only their
     * owner's entries.
     */
    public abstract Map<String, Credentials> people();

    /** Returns the location of the address, or of the whole side if it has no address. */
    abstract SourceLocation urlLocation();

    /** Returns the location of the credentials. */
    public abstract SourceLocation credentialsLocation();

    abstract Map<String, SourceLocation> peopleLocations();

    /** Returns the location of a person's credentials. */
    public final SourceLocation credentialsLocation(String person) {
        return peopleLocations().getOrDefault(person, credentialsLocation());
    }

    /** Returns all values of this side that must not be printed, including those of people. */
    final Stream<Secret> secrets() {
        return Stream.concat(Stream.of(credentials()), people().values().stream())
                .flatMap(Credentials::secrets);
    }

    /** Returns whether the file contains a secret of this side itself, and not only the name of its variable. */
    final boolean holdsSecrets() {
        return credentials().areInFile() || people().values().stream().anyMatch(Credentials::areInFile);
    }

    /** Returns the error for a value of this side that the client rejects, with the names used in the file. */
    public final ConfigurationException wrong(InvalidInputException rejected) {
        String remedy = rejected.remedy()
                + rejected.option()
                        .map(option -> ", or set " + option + ": true next to it")
                        .orElse("");
        String message = rejected.problem() + "; " + remedy + ". (help: " + rejected.help() + ")";
        if (rejected.field().equals("baseUrl")) {
            return urlLocation().error(message);
        }
        SourceLocation location = credentials().has(rejected.field()) ? credentialsLocation() : location();
        return location.error(rejected.field() + ": " + message);
    }

    /**
     * Returns the error for credentials of this side that the service rejects.
     *
     * @param role {@code source} or {@code target}
     */
    public final ConfigurationException rejected(
            String role, SourceLocation location, AuthenticationException rejected) {
        ConfigurationException error = location.error("the " + role + " does not accept these credentials."
                + service().remedy(rejected) + " " + rejected.getMessage());
        error.initCause(rejected);
        return error;
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder location(SourceLocation location);

        abstract Builder urlLocation(SourceLocation location);

        abstract Builder credentialsLocation(SourceLocation location);

        abstract Builder service(ServiceBinding service);

        abstract Builder values(Map<String, Object> values);

        abstract Builder credentials(Credentials credentials);

        abstract Builder allowInsecureHttp(boolean allowInsecureHttp);

        abstract Builder peopleLocations(Map<String, SourceLocation> locations);

        abstract Builder people(Map<String, Credentials> people);

        abstract ServiceConfiguration build();
    }
}
