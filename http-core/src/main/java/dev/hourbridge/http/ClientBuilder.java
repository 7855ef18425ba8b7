package dev.hourbridge.http;

import dev.hourbridge.model.spi.Inputs;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The common base class of all client builders. If a required value is missing or null, {@code build()} or the setter
 * throws an {@link dev.hourbridge.model.InvalidInputException} that names it. Not thread-safe.
 *
 * @param <B> the type of the builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private @Nullable String baseUrl;
    private HttpOptions http = HttpOptions.ofDefaults();

    /** Creates a builder. Intended for client builders. */
    protected ClientBuilder() {}

    /**
     * Sets the address of the account, such as {@code https://acme.example.com}, with or without a trailing slash.
     * Plain HTTP to another machine requires {@link HttpOptions.Builder#allowInsecureHttp}. Required unless the service
     * has one address for all accounts.
     */
    public final B baseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
        return self();
    }

    /** Sets the address of the account; see {@link #baseUrl(String)}. */
    public final B baseUrl(URI baseUrl) {
        return baseUrl(Inputs.required("baseUrl", baseUrl, "specify the address of the account")
                .toString());
    }

    /** Sets the HTTP options. Default: {@link HttpOptions#ofDefaults()}. */
    public final B http(HttpOptions http) {
        this.http = Inputs.required("http", http, "set options, or omit them to use the defaults");
        return self();
    }

    /**
     * Returns the address.
     *
     * @throws dev.hourbridge.model.InvalidInputException if it was not set or is null
     */
    protected final String baseUrl() {
        return Inputs.required(
                "baseUrl", baseUrl, "specify the address of the account, such as https://acme.example.com");
    }

    /** Returns the HTTP options. */
    protected final HttpOptions http() {
        return http;
    }

    @SuppressWarnings("unchecked") // each builder names itself
    private B self() {
        return (B) this;
    }
}
