package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.Redactor;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of one client: one base URL, one set of credentials. Every method gives a response
 * with a status of 2xx and a content type that was asked for, or throws one of the model's exceptions.
 * Safe for use by several threads.
 */
public final class ApiClient implements AutoCloseable {
    private final BaseUrl baseUrl;
    private final HttpOptions options;
    private final ServiceRules rules;
    private final Failures failures;
    private final OkHttpTransport wire;
    private final LimitingTransport limiting;
    private final Transport transport;
    private final Authentication authentication;
    private final Redactor redactor;
    private final TokenEndpoint tokens;
    private final ListenerDispatcher listeners;
    private final CloseSignal closeSignal;
    private final ServerClock serverClock = new ServerClock();

    private ApiClient(Builder builder) {
        baseUrl = BaseUrl.parse(builder.field, builder.baseUrl, builder.options.allowInsecureHttp());
        options = builder.options;
        rules = builder.rules;
        authentication = builder.authentication;
        redactor = options.redactor().orElseGet(Redactor::create);
        authentication.secrets().forEach(redactor::add);
        RetryAfter retryAfter = new RetryAfter(options.clock());
        failures = new Failures(rules, retryAfter);
        listeners = new ListenerDispatcher(options.listener(), options.clock());
        closeSignal = new CloseSignal(options);
        wire = new OkHttpTransport(options, closeSignal);
        FairRateLimiter limiter = options.rateLimiter().map(FairRateLimiter::of).orElseGet(FairRateLimiter::learning);
        limiting = new LimitingTransport(
                new LoggingTransport(wire, listeners), options, limiter, closeSignal, retryAfter, listeners);
        tokens = new FormTokenEndpoint(limiting, origins(builder), options.clock(), redactor);
        transport = new RetryingTransport(
                new AuthenticatingTransport(limiting, authentication, tokens, listeners),
                rules,
                options,
                limiter,
                closeSignal,
                retryAfter,
                listeners);
    }

    private List<BaseUrl> origins(Builder builder) {
        List<BaseUrl> origins = new ArrayList<>();
        origins.add(baseUrl);
        builder.tokenOrigins.forEach(
                origin -> origins.add(BaseUrl.parse("authenticateAt", origin.toString(), options.allowInsecureHttp())));
        return origins;
    }

    /**
     * A builder.
     *
     * @param field what to call the URL in messages
     * @param baseUrl where the service is
     */
    public static Builder builder(String field, String baseUrl) {
        return new Builder(field, baseUrl);
    }

    /** Where the service is. */
    public BaseUrl baseUrl() {
        return baseUrl;
    }

    /** Tells the list that the request begins from every other, by its account and its query. */
    public String scope(ApiRequest request) {
        return baseUrl.resolve(request).toString();
    }

    /** The most rows of a list that does not announce its total. */
    public long maxListRows() {
        return options.maxListRows();
    }

    /** A GET, sent again as the policy says. */
    public ApiResponse read(ApiRequest request) {
        return send(exchange(request, Operation.READ));
    }

    /**
     * A PUT or DELETE of what the path names, sent again as the policy says. A DELETE that finds nothing
     * after a response was lost has done its work: its response is the 404.
     */
    public ApiResponse write(ApiRequest request) {
        return send(exchange(request, Operation.WRITE));
    }

    /**
     * Exactly one POST. It is sent again only if nothing of it left, after a throttle, and once after a
     * challenge.
     */
    public ApiResponse create(ApiRequest request) {
        return send(exchange(request, Operation.CREATE));
    }

    /** Gets a token where one is needed, and the limiter's permit, so that sending is one POST. */
    public PreparedRequest prepare(ApiRequest request) {
        requireOpen();
        Exchange exchange = exchange(request, Operation.PREPARED_CREATE);
        try {
            authentication.authorization(tokens);
            limiting.acquireAhead(exchange);
        } catch (ExchangeException e) {
            throw Failures.of(exchange, e);
        }
        return () -> send(exchange.withPermit(true));
    }

    /**
     * A GET whose response is read an element at a time, without a limit on its length or on the time it
     * takes. Sent again as the policy says until the response begins, not after.
     */
    public <T> CloseableIterator<T> stream(ApiRequest request, ElementReader.Factory<T> elements) {
        ApiResponse response = send(exchange(request, Operation.STREAM));
        return ElementStream.open(response, elements, options);
    }

    /** Returns the service's time by its last response with a Date header. */
    public Optional<Instant> serverTime() {
        return serverClock.now();
    }

    private void requireOpen() {
        if (closeSignal.isClosed()) {
            throw new IllegalStateException("The client is closed.");
        }
    }

    private ApiResponse send(Exchange exchange) {
        requireOpen();
        OptionalInt status = OptionalInt.empty();
        try {
            ApiResponse response = transport.send(exchange);
            status = OptionalInt.of(response.status());
            serverClock.see(response);
            return checked(response);
        } catch (ExchangeException e) {
            throw Failures.of(exchange, e);
        } finally {
            listeners.end(exchange, status);
        }
    }

    private ApiResponse checked(ApiResponse response) {
        if (!response.isSuccess()) {
            HourbridgeException failure = failures.of(response);
            if (failure instanceof NotFoundException && isDeletedAlready(response.exchange())) {
                return response;
            }
            response.close();
            throw failure;
        }
        if (hasUnexpectedContentType(response)) {
            response.close();
            throw Failures.unexpectedContentType(response);
        }
        return response;
    }

    private static boolean isDeletedAlready(Exchange exchange) {
        return exchange.request().method().equals("DELETE") && exchange.state().inDoubt();
    }

    /** A body of a type that was not asked for, such as the login page of a proxy. */
    private boolean hasUnexpectedContentType(ApiResponse response) {
        boolean empty = response.exchange().operation() != Operation.STREAM && response.isBlank();
        return !empty
                && response.contentType()
                        .filter(type -> rules.accepted().stream().noneMatch(type::equalsIgnoreCase))
                        .isPresent();
    }

    private Exchange exchange(ApiRequest request, Operation operation) {
        HttpUrl url = baseUrl.resolve(request);
        Request.Builder built = new Request.Builder()
                .url(url)
                .header("User-Agent", "hourbridge")
                .header("Accept", rules.accepted().get(0));
        request.headers().forEach(header -> built.header(header.getKey(), header.getValue()));
        built.method(request.method(), body(request));
        return new Exchange(
                built.build(),
                operation,
                redactor,
                new CallState(options.clock().instant()));
    }

    private static @Nullable RequestBody body(ApiRequest request) {
        if (request.method().equals("GET")) {
            return null;
        }
        return request.payload()
                .map(payload -> new OneShotBody(
                        MediaType.get(payload.contentType()), payload.bytes().toByteArray()))
                .orElseGet(() -> new OneShotBody(null, new byte[0]));
    }

    /** Ends calls and open streams, threads, and connections unless they are a shared client's. */
    @Override
    public void close() {
        closeSignal.close();
        wire.close();
    }

    /** Builds an {@link ApiClient}. Not safe for use by several threads. */
    public static final class Builder {
        private final String field;
        private final String baseUrl;
        private HttpOptions options = HttpOptions.ofDefaults();
        private ServiceRules rules = () -> List.of("application/json");
        private Authentication authentication = Authentication.none();
        private final List<URI> tokenOrigins = new ArrayList<>();

        private Builder(String field, String baseUrl) {
            this.field = field;
            this.baseUrl = baseUrl;
        }

        /** How to speak HTTP. Default: {@link HttpOptions#ofDefaults()}. */
        public Builder options(HttpOptions options) {
            this.options = options;
            return this;
        }

        /** What the service does its own way. Default: JSON, and a 429 as throttle. */
        public Builder rules(ServiceRules rules) {
            this.rules = rules;
            return this;
        }

        /** The credentials. Default: none. */
        public Builder authentication(Authentication authentication) {
            this.authentication = authentication;
            return this;
        }

        /** Takes another origin than the base URL's for asking for tokens. Default: none. */
        public Builder authenticateAt(URI origin) {
            tokenOrigins.add(origin);
            return this;
        }

        /**
         * The client.
         *
         * @throws dev.hourbridge.model.InvalidInputException if a URL is not one that can be taken
         */
        public ApiClient build() {
            return new ApiClient(this);
        }
    }
}
