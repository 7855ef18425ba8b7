package dev.hourbridge.http;

import dev.hourbridge.model.spi.Inputs;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The common base class of the builders of clients. Required values that are missing or null are named by the {@link
 * dev.hourbridge.model.InvalidInputException} that {@code build()} or the setter throws. Not safe for use by several
 * threads.
 *
 * @param <B> the type of the builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private @Nullable String baseUrl;
    private HttpOptions http = HttpOptions.ofDefaults();

    /** Creates a builder; for the builders of clients. */
    protected ClientBuilder() {}

    /**
     * Sets the address of the account, such as {@code https://acme.example.com}, with or without a trailing slash. Plain
     * http to another machine requires {@link HttpOptions.Builder#allowInsecureHttp}. Required, unless the service has one
     * address for all accounts.
     */
    public final B baseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
        return self();
    }

    /** Sets the address of the account, as {@link #baseUrl(String)} does. */
    public final B baseUrl(URI baseUrl) {
        return baseUrl(Inputs.required("baseUrl", baseUrl, "give the address of the account")
                .toString());
    }

    /** Sets the HTTP options. Default: {@link HttpOptions#ofDefaults()}. */
    public final B http(HttpOptions http) {
        this.http = Inputs.required("http", http, "give options, or leave them out for the defaults");
        return self();
    }

    /**
     * Returns the address.
     *
     * @throws dev.hourbridge.model.InvalidInputException if it was not set, or was set to null
     */
    protected final String baseUrl() {
        return Inputs.required("baseUrl", baseUrl, "give the address of the account, such as https://acme.example.com");
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
