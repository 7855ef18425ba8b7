package dev.hourbridge.kafka;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * The properties {@code account.NAME.…} of one account.
 *
 * <p>Example, for an account named {@code acme}: {@code account.acme.url}, {@code account.acme.credentials.apiKey}.
 */
final class AccountSettings {
    /** All properties of an account of any service, with their documentation. */
    private static final List<Property> PROPERTIES = List.of(
            new Property("url", ConfigDef.Type.STRING, "The address of the account."),
            new Property(
                    "zone", ConfigDef.Type.STRING, "Teamwork: the zone that the user has set, such as Europe/Dublin."),
            new Property(
                    "projects",
                    ConfigDef.Type.STRING,
                    "Codebase: the permalinks of the projects, separated by " + "commas."),
            new Property("credentials.account", ConfigDef.Type.STRING, "Codebase: the name of the account."),
            new Property("credentials.username", ConfigDef.Type.STRING, "The user name."),
            new Property("credentials.password", ConfigDef.Type.PASSWORD, "The password."),
            new Property("credentials.apiKey", ConfigDef.Type.PASSWORD, "The API key."),
            new Property("credentials.token", ConfigDef.Type.PASSWORD, "Teamwork: a token, instead of an API key."));

    private final String name;
    private final AbstractConfig settings;

    /** Creates the properties of one account. */
    AccountSettings(String name, AbstractConfig settings) {
        this.name = name;
        this.settings = settings;
    }

    /** Adds the properties of one account to a definition, so Connect shows and validates each under its own key. */
    static void define(ConfigDef definition, String account) {
        int order = 0;
        for (Property property : PROPERTIES) {
            definition.define(
                    key(account, property.name()),
                    property.type(),
                    null,
                    Importance.HIGH,
                    property.documentation(),
                    "Account " + account,
                    ++order,
                    Width.MEDIUM,
                    property.name(),
                    new OfService(property.name()));
        }
    }

    /** Returns the full names of the properties of the given accounts. */
    static List<String> keys(Collection<String> accounts) {
        return accounts.stream()
                .flatMap(account -> PROPERTIES.stream().map(property -> key(account, property.name())))
                .toList();
    }

    /** Returns the full name of a property. */
    static String key(String account, String property) {
        return "account." + account + "." + property;
    }

    /** Returns the names of the properties, each with its documentation. */
    static List<Property> properties() {
        return PROPERTIES;
    }

    /** Returns the account's name in the configuration, which offsets and metrics do not contain. */
    String name() {
        return name;
    }

    /** Returns a property; empty if it is not set or blank. A password is returned in plain text. */
    Optional<String> optional(String property) {
        Object value = settings.values().get(key(name, property));
        return Optional.ofNullable(value instanceof Password password ? password.value() : (String) value)
                .filter(text -> !text.isBlank());
    }

    /**
     * Returns a property that the service requires.
     *
     * @throws ConfigException if it is not set
     */
    String required(String property) {
        return optional(property).orElseThrow(() -> new ConfigException(key(name, property) + " must be set."));
    }

    /**
     * Returns the account's zone.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the zone is missing or invalid
     */
    ZoneId zone() {
        String zone = required("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ConfigException(key(name, "zone"), zone, "Specify a zone such as Europe/Dublin.");
        }
    }

    /** Shows a property only for the services that accept it. */
    private record OfService(String property) implements ConfigDef.Recommender {
        @Override
        public List<Object> validValues(String name, Map<String, Object> parsed) {
            return List.of();
        }

        @Override
        public boolean visible(String name, Map<String, Object> parsed) {
            return !(parsed.get(SourceSettings.SERVICE) instanceof String service)
                    || !List.of(Service.names()).contains(service)
                    || Service.of(service).takes(property);
        }
    }

    /** A property of an account. */
    record Property(String name, ConfigDef.Type type, String documentation) {}
}
