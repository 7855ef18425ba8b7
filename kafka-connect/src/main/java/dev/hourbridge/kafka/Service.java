package dev.hourbridge.kafka;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The services, and how a client for each is built from an account's properties. */
enum Service {
    CODEBASE(Set.of("projects", "credentials.account", "credentials.username", "credentials.apiKey"), Set.of("url")) {
        @Override
        TimeTracker open(AccountSettings account, HttpOptions http) {
            CodebaseClient.Builder builder = CodebaseClient.builder()
                    .account(account.required("credentials.account"))
                    .username(account.required("credentials.username"))
                    .apiKey(account.required("credentials.apiKey"))
                    .projects(List.of(account.required("projects").split("\\s*,\\s*", -1)))
                    .http(http);
            account.optional("url").ifPresent(builder::baseUrl);
            return builder.build();
        }
    },
    TEAMWORK(Set.of("url", "zone"), Set.of("credentials.apiKey", "credentials.token")) {
        @Override
        TimeTracker open(AccountSettings account, HttpOptions http) {
            TeamworkClient.Builder builder = TeamworkClient.builder()
                    .baseUrl(account.required("url"))
                    .zone(account.zone())
                    .http(http);
            account.optional("credentials.apiKey").ifPresent(builder::apiKey);
            account.optional("credentials.token").ifPresent(builder::token);
            return builder.build();
        }
    },
    TEAMPULSE(Set.of("url", "credentials.username", "credentials.password"), Set.of()) {
        @Override
        TimeTracker open(AccountSettings account, HttpOptions http) {
            return TeamPulseClient.builder()
                    .baseUrl(account.required("url"))
                    .login(account.required("credentials.username"), account.required("credentials.password"))
                    .http(http)
                    .build();
        }
    },
    LIVETIMER(Set.of("url", "credentials.username", "credentials.password"), Set.of()) {
        @Override
        TimeTracker open(AccountSettings account, HttpOptions http) {
            return LiveTimerClient.builder()
                    .baseUrl(account.required("url"))
                    .login(account.required("credentials.username"), account.required("credentials.password"))
                    .http(http)
                    .build();
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // created with Set.of
    private final Set<String> required;

    @SuppressWarnings("ImmutableEnumChecker") // created with Set.of
    private final Set<String> optional;

    Service(Set<String> required, Set<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /**
     * Returns a client for an account. Sends no request.
     *
     * @throws dev.hourbridge.model.InvalidInputException if a property is invalid
     */
    abstract TimeTracker open(AccountSettings account, HttpOptions http);

    /** Returns the properties of an account that must be set. */
    Set<String> required() {
        return required;
    }

    /** Returns whether an account of this service has a property. */
    boolean takes(String property) {
        return required.contains(property) || optional.contains(property);
    }

    /** Returns the service with a name from the configuration. */
    static Service of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Returns all values, for the documentation of the property. */
    static String[] names() {
        return List.of(values()).stream()
                .map(service -> service.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
