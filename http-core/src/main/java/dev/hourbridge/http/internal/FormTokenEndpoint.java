package dev.hourbridge.http.internal;

import dev.hourbridge.http.Redactor;
import dev.hourbridge.http.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;

/** Asks for tokens at the origins that may see the password, and nowhere else. */
final class FormTokenEndpoint implements TokenEndpoint {
    private final Transport transport;
    private final List<BaseUrl> origins;
    private final Clock clock;
    private final Redactor redactor;

    FormTokenEndpoint(Transport transport, List<BaseUrl> origins, Clock clock, Redactor redactor) {
        this.transport = transport;
        this.origins = List.copyOf(origins);
        this.clock = clock;
        this.redactor = redactor;
    }

    @Override
    public ApiResponse post(URI location, Map<String, String> form) throws ExchangeException {
        FormBody.Builder fields = new FormBody.Builder();
        form.forEach(fields::add);
        return send(request(location).post(oneShot(fields.build())), Operation.CREATE);
    }

    @Override
    public ApiResponse get(URI location) throws ExchangeException {
        return send(request(location), Operation.READ);
    }

    private ApiResponse send(Request.Builder request, Operation operation) throws ExchangeException {
        return transport.send(new Exchange(request.build(), operation, redactor, new CallState(clock.instant())));
    }

    @Override
    public void hide(Secret token) {
        redactor.addToken(token);
    }

    private Request.Builder request(URI location) throws ExchangeException {
        HttpUrl url = HttpUrl.get(location);
        if (url == null || origins.stream().noneMatch(origin -> origin.isOriginOf(url))) {
            throw ExchangeException.authentication(
                    "was to be authenticated at another origin than the service's, which was not allowed");
        }
        return new Request.Builder().url(url).header("User-Agent", "hourbridge");
    }

    private static OneShotBody oneShot(FormBody form) {
        Buffer buffer = new Buffer();
        try {
            form.writeTo(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory failed.", e);
        }
        return new OneShotBody(form.contentType(), buffer.readByteArray());
    }
}
