package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.Redactor;
import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Service;
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
 * The HTTP layer of a client, with one base URL and one set of credentials. Every method returns a response with a
 * status of 2xx and an accepted content type, or throws an exception of the model. Thread-safe.
 */
public final class ApiClient implements AutoCloseable {
    private final BaseUrl baseUrl;
    private final Account account;
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

    ApiClient(ApiClientBuilder builder) {
        baseUrl = BaseUrl.parse(builder.field, builder.baseUrl, builder.options.allowInsecureHttp());
        options = builder.options;
        rules = builder.rules;
        authentication = builder.authentication;
        redactor = options.redactor().orElseGet(Redactor::create);
        authentication.secrets().forEach(redactor::add);
        RetryAfter retryAfter = new RetryAfter(options.clock());
        failures = new Failures(rules, retryAfter);
        account = Account.of(builder.service, builder.accountName + baseUrl.account());
        listeners = new ListenerDispatcher(options.listener(), account, options.clock());
        closeSignal = new CloseSignal(options);
        wire = new OkHttpTransport(options, closeSignal);
        FairRateLimiter limiter = options.rateLimiter().map(FairRateLimiter::of).orElseGet(FairRateLimiter::learning);
        limiting = new LimitingTransport(
                new LoggingTransport(wire, listeners), options, limiter, closeSignal, retryAfter, listeners);
        tokens = new FormTokenEndpoint(limiting, origins(builder), options.clock(), redactor, failures, listeners);
        transport = new RetryingTransport(
                new AuthenticatingTransport(limiting, authentication, tokens, listeners),
                rules,
                options,
                limiter,
                closeSignal,
                retryAfter,
                listeners);
    }

    private List<BaseUrl> origins(ApiClientBuilder builder) {
        List<BaseUrl> origins = new ArrayList<>();
        origins.add(baseUrl);
        builder.tokenOrigins.forEach(
                origin -> origins.add(BaseUrl.parse("authenticateAt", origin.toString(), options.allowInsecureHttp())));
        return origins;
    }

    /**
     * Returns a builder.
     *
     * @param service the service that the client is for
     * @param field the name of the URL in messages
     * @param baseUrl the address of the service
     */
    public static ApiClientBuilder builder(Service service, String field, String baseUrl) {
        return new ApiClientBuilder(service, field, baseUrl);
    }

    /** Returns the account: the service, and a name that consists of the host and the path, if any. */
    public Account account() {
        return account;
    }

    /** Returns the address of the service. */
    public BaseUrl baseUrl() {
        return baseUrl;
    }

    /** Returns an identifier of the list that starts with a request: its account and its query. */
    public String scope(ApiRequest request) {
        return baseUrl.resolve(request).toString();
    }

    /** Returns the maximum number of rows of a list that does not state its total. */
    public long maxListRows() {
        return options.maxListRows();
    }

    /** Sends a GET, with retries as the policy permits. */
    public ApiResponse read(ApiRequest request) {
        return send(exchange(request, CallKind.READ));
    }

    /**
     * Sends a PUT or DELETE of the object in the path, with retries as the policy permits. If a response was lost and
     * the retry of a DELETE finds nothing, the object was deleted: the response is the 404.
     */
    public ApiResponse write(ApiRequest request) {
        return send(exchange(request, CallKind.WRITE));
    }

    /**
     * Sends exactly one POST. It is sent again only if no byte of it was sent, after throttling, and once after a
     * challenge.
     */
    public ApiResponse create(ApiRequest request) {
        return send(exchange(request, CallKind.CREATE));
    }

    /** Obtains a token, if required, and the limiter's permit. The returned request then sends exactly one POST. */
    public PreparedRequest prepare(ApiRequest request) {
        Exchange exchange = prepare(request, CallKind.PREPARED_CREATE);
        return () -> send(exchange.withPermit(true));
    }

    /**
     * Obtains a token, if required, and the limiter's permit. The returned write then sends exactly one PUT or DELETE.
     *
     * @param request the request, with or without its body
     */
    public PreparedWrite prepareWrite(ApiRequest request) {
        prepare(request, CallKind.PREPARED_WRITE);
        return complete -> send(exchange(complete, CallKind.PREPARED_WRITE).withPermit(true));
    }

    private Exchange prepare(ApiRequest request, CallKind kind) {
        requireOpen();
        Exchange exchange = exchange(request, kind);
        try {
            authentication.authorization(tokens);
            limiting.acquireAhead(exchange);
            return exchange;
        } catch (ExchangeException e) {
            HourbridgeException failure = Failures.of(exchange, e);
            listeners.callEnd(exchange, OptionalInt.empty(), Optional.of(failure));
            throw failure;
        }
    }

    /**
     * Sends a GET whose response is read one element at a time, without a limit on its length and duration. The policy
     * permits retries only until the response begins.
     */
    public <T> CloseableIterator<T> stream(ApiRequest request, ElementReader.Factory<T> elements) {
        ApiResponse response = send(exchange(request, CallKind.STREAM));
        return ElementStream.open(response, elements, options);
    }

    /** Returns the service's time according to its last response with a Date header. */
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
        HourbridgeException failure = null;
        try {
            ApiResponse response = transport.send(exchange);
            status = OptionalInt.of(response.status());
            serverClock.see(response);
            return checked(response);
        } catch (ExchangeException e) {
            failure = Failures.of(exchange, e);
            throw failure;
        } catch (HourbridgeException e) {
            failure = e;
            throw e;
        } finally {
            listeners.callEnd(exchange, status, Optional.ofNullable(failure));
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
            throw response.unexpectedContentType();
        }
        return response;
    }

    private static boolean isDeletedAlready(Exchange exchange) {
        return exchange.request().method().equals("DELETE") && exchange.state().inDoubt();
    }

    /** Returns whether the body has a type that was not requested, such as the login page of a proxy. */
    private boolean hasUnexpectedContentType(ApiResponse response) {
        boolean empty = response.exchange().kind() != CallKind.STREAM && response.isBlank();
        return !empty
                && response.contentType()
                        .filter(type -> rules.accepted().stream().noneMatch(type::equalsIgnoreCase))
                        .isPresent();
    }

    private Exchange exchange(ApiRequest request, CallKind kind) {
        HttpUrl url = baseUrl.resolve(request);
        Request.Builder built = new Request.Builder()
                .url(url)
                .header("User-Agent", UserAgent.VALUE)
                .header("Accept", rules.accepted().get(0));
        request.headers().forEach(header -> built.header(header.getKey(), header.getValue()));
        built.method(request.method(), body(request));
        return new Exchange(
                built.build(),
                kind,
                redactor,
                new CallState(request.endpoint(), options.clock().instant()));
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

    /** Closes this client: cancels its calls and releases threads and connections, except those of a shared client. */
    @Override
    public void close() {
        closeSignal.close();
        wire.close();
    }
}
