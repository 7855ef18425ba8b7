package dev.hourbridge.http.internal;

import dev.hourbridge.http.Redactor;
import dev.hourbridge.http.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;

/** Requests tokens, only at the origins permitted to receive the password. */
final class FormTokenEndpoint implements TokenEndpoint {
    private final Transport transport;
    private final List<BaseUrl> origins;
    private final Clock clock;
    private final Redactor redactor;
    private final Failures failures;
    private final ListenerDispatcher listeners;

    FormTokenEndpoint(
            Transport transport,
            List<BaseUrl> origins,
            Clock clock,
            Redactor redactor,
            Failures failures,
            ListenerDispatcher listeners) {
        this.transport = transport;
        this.origins = List.copyOf(origins);
        this.clock = clock;
        this.redactor = redactor;
        this.failures = failures;
        this.listeners = listeners;
    }

    @Override
    public ApiResponse post(URI location, Map<String, String> form) throws ExchangeException {
        FormBody.Builder fields = new FormBody.Builder();
        form.forEach(fields::add);
        Exchange exchange =
                exchange("requestToken", location, request(location).post(oneShot(fields.build())), CallKind.CREATE);
        ApiResponse response = send(exchange);
        listeners.callEnd(
                exchange,
                OptionalInt.of(response.status()),
                response.isSuccess() ? Optional.empty() : Optional.of(failures.of(response)));
        return response;
    }

    @Override
    public ApiResponse get(URI location) throws ExchangeException {
        Exchange exchange = exchange("requestChallenge", location, request(location), CallKind.READ);
        ApiResponse response = send(exchange);
        listeners.callEnd(exchange, OptionalInt.of(response.status()), Optional.empty());
        return response;
    }

    private ApiResponse send(Exchange exchange) throws ExchangeException {
        try {
            return transport.send(exchange);
        } catch (ExchangeException e) {
            listeners.callEnd(exchange, OptionalInt.empty(), Optional.of(Failures.of(exchange, e)));
            throw e;
        }
    }

    private Exchange exchange(String operation, URI location, Request.Builder request, CallKind kind) {
        CallState state = new CallState(new ApiRequest.Endpoint(operation, location.getPath()), clock.instant());
        return new Exchange(request.build(), kind, redactor, state);
    }

    @Override
    public void hide(Secret token) {
        redactor.addToken(token);
    }

    private Request.Builder request(URI location) throws ExchangeException {
        HttpUrl url = HttpUrl.get(location);
        if (url == null || origins.stream().noneMatch(origin -> origin.isOriginOf(url))) {
            throw ExchangeException.authentication(
                    "requires authentication at an origin other than that of the service, which is not permitted");
        }
        return new Request.Builder().url(url).header("User-Agent", UserAgent.VALUE);
    }

    private static OneShotBody oneShot(FormBody form) {
        Buffer buffer = new Buffer();
        try {
            form.writeTo(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to a buffer in memory failed.", e);
        }
        return new OneShotBody(form.contentType(), buffer.readByteArray());
    }
}
