package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Builds an {@link ApiClient}. Not thread-safe. */
public final class ApiClientBuilder {
    final Service service;
    final String field;
    final String baseUrl;
    String accountName = "";
    HttpOptions options = HttpOptions.ofDefaults();
    ServiceRules rules = () -> List.of("application/json");
    Authentication authentication = Authentication.none();
    final List<URI> tokenOrigins = new ArrayList<>();

    ApiClientBuilder(Service service, String field, String baseUrl) {
        this.service = service;
        this.field = field;
        this.baseUrl = baseUrl;
    }

    /** Sets a name that precedes the host in the account's name, as {@code name@host}. Default: none. */
    public ApiClientBuilder accountName(String name) {
        accountName = name + "@";
        return this;
    }

    /** Sets the HTTP options. Default: {@link HttpOptions#ofDefaults()}. */
    public ApiClientBuilder options(HttpOptions options) {
        this.options = options;
        return this;
    }

    /** Sets the rules of the service. Default: JSON, and status 429 as throttle. */
    public ApiClientBuilder rules(ServiceRules rules) {
        this.rules = rules;
        return this;
    }

    /** Sets the credentials. Default: none. */
    public ApiClientBuilder authentication(Authentication authentication) {
        this.authentication = authentication;
        return this;
    }

    /** Permits requests for tokens to an origin other than that of the base URL. Default: none. */
    public ApiClientBuilder authenticateAt(URI origin) {
        tokenOrigins.add(origin);
        return this;
    }

    /**
     * Returns the client.
     *
     * @throws dev.hourbridge.model.InvalidInputException if a URL is invalid
     */
    public ApiClient build() {
        return new ApiClient(this);
    }
}
