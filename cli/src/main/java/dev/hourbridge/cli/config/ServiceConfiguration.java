package dev.hourbridge.cli.config;

import com.google.auto.value.AutoValue;
import dev.hourbridge.http.Secret;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.InvalidInputException;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One side of the file: a service, and how to get in. Immutable. */
@AutoValue
public abstract class ServiceConfiguration {
    ServiceConfiguration() {}

    static Builder builder() {
        return new AutoValue_ServiceConfiguration.Builder();
    }

    /** Where it stands in the file. */
    public abstract SourceLocation location();

    /** Which service. */
    public abstract ServiceKind service();

    /** Its address; empty for Codebase's own. */
    public abstract Optional<String> url();

    /** The account's zone. */
    public abstract Optional<ZoneId> zone();

    /** The credentials. */
    public abstract Credentials credentials();

    /** Codebase's projects, by permalink. */
    public abstract List<String> projects();

    /** How TeamPulse wants its token: {@code plain}, {@code quoted} or {@code encoded}. */
    public abstract Optional<TokenForm> tokenForm();

    /** Where TeamPulse's tokens come from, if not from {@link #url()}. */
    public abstract Optional<URI> authenticateAt();

    /** Whether plain http is taken to other hosts than this one. */
    public abstract boolean allowInsecureHttp();

    /** LiveTimer as target: the credentials of each person, by the target's id. */
    public abstract Map<String, Credentials> people();

    /** Where the address stands, or the whole side where it has none. */
    abstract SourceLocation urlLocation();

    /** Where the credentials stand. */
    public abstract SourceLocation credentialsLocation();

    abstract Map<String, SourceLocation> peopleLocations();

    /** Where the credentials of a person stand. */
    public final SourceLocation credentialsLocation(String person) {
        return peopleLocations().getOrDefault(person, credentialsLocation());
    }

    final Stream<Secret> secrets() {
        return Stream.concat(Stream.of(credentials()), people().values().stream())
                .flatMap(Credentials::secrets);
    }

    /** Whether the file itself holds a secret of this side, and not only the name of its variable. */
    final boolean holdsSecrets() {
        return credentials().areInFile() || people().values().stream().anyMatch(Credentials::areInFile);
    }

    /** The error that a client's refusal of a value of this side is, by the file's own words. */
    public final ConfigurationException wrong(InvalidInputException refused) {
        String message = String.valueOf(refused.getMessage());
        if (!refused.field().equals("baseUrl")) {
            SourceLocation location = credentials().has(refused.field()) ? credentialsLocation() : location();
            return location.error(message);
        }
        return urlLocation()
                .error(message.replaceFirst("^baseUrl: ", "")
                        .replace("allow insecure http knowingly", "allow it with allowInsecureHttp: true beside it"));
    }

    /**
     * The error that a refusal of this side's credential is.
     *
     * @param role {@code source} or {@code target}
     */
    public final ConfigurationException refused(String role, SourceLocation location, AuthenticationException refused) {
        boolean isTeamPulseToken =
                service() == ServiceKind.TEAMPULSE && refused.status().isPresent();
        ConfigurationException error = location.error("the " + role + " does not accept this credential. "
                + refused.getMessage()
                + (isTeamPulseToken
                        ? " If the token is fresh, another tokenForm (quoted, encoded) may be wanted."
                        : ""));
        error.initCause(refused);
        return error;
    }

    /** The forms of a TeamPulse token. */
    public enum TokenForm {
        /** As it is. */
        PLAIN,
        /** In quotation marks. */
        QUOTED,
        /** Percent-encoded. */
        ENCODED
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder location(SourceLocation location);

        abstract Builder urlLocation(SourceLocation location);

        abstract Builder credentialsLocation(SourceLocation location);

        abstract Builder service(ServiceKind service);

        abstract Builder url(Optional<String> url);

        abstract Builder zone(Optional<ZoneId> zone);

        abstract Builder credentials(Credentials credentials);

        abstract Builder projects(List<String> projects);

        abstract Builder tokenForm(Optional<TokenForm> tokenForm);

        abstract Builder authenticateAt(Optional<URI> authenticateAt);

        abstract Builder allowInsecureHttp(boolean allowInsecureHttp);

        abstract Builder peopleLocations(Map<String, SourceLocation> locations);

        abstract Builder people(Map<String, Credentials> people);

        abstract ServiceConfiguration build();
    }
}
