package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.WriteOutcome;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Creates the exception for a network failure, with its cause and a remedy. */
final class NetworkFailures {
    private static final int MAX_CAUSE_DEPTH = 20;

    private final HttpOptions options;

    NetworkFailures(HttpOptions options) {
        this.options = options;
    }

    /** Returns the exception for a request that waited too long because of other calls of this client. */
    ExchangeException busy(int calls) {
        String what = "was not sent: most of the call timeout of " + text(options.callTimeout())
                + " passed before one of " + calls
                + " other calls of this client ended; use fewer threads, or increase callTimeout";
        return new ExchangeException(ExchangeException.Kind.CONNECTION, what, WriteOutcome.NOT_SENT, null);
    }

    /** Returns the exception for a network failure. */
    ExchangeException of(@Nullable Throwable cause, WriteOutcome outcome) {
        if (cause instanceof PlainHttpGuard.ExposedException exposed) {
            String what = "was not sent: it uses plain HTTP, and the connection leads to " + exposed.getMessage()
                    + "; use an https base URL, or set allowInsecureHttp";
            return new ExchangeException(ExchangeException.Kind.UNTRUSTED, what, outcome, null);
        }
        Optional<String> distrust = distrust(cause);
        if (distrust.isPresent()) {
            String what = "was not sent: the certificate of the host " + distrust.get()
                    + "; check the base URL, or set an OkHttpClient that trusts the certificate";
            return new ExchangeException(ExchangeException.Kind.UNTRUSTED, what, outcome, quotable(cause));
        }
        String what = outcome == WriteOutcome.NOT_SENT
                ? "could not be sent: " + unsent(cause)
                : "received no complete response: " + unanswered(cause);
        return new ExchangeException(ExchangeException.Kind.CONNECTION, what, outcome, quotable(cause));
    }

    /** Returns the reason why a certificate is not trusted; empty for any other failure. */
    private static Optional<String> distrust(@Nullable Throwable failure) {
        boolean certificate = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSE_DEPTH; depth++) {
            if (cause instanceof SSLPeerUnverifiedException) {
                return Optional.of("is for another host");
            }
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return Optional.of("has expired or is not valid yet");
            }
            certificate |= cause instanceof CertificateException;
            cause = cause.getCause();
        }
        return certificate ? Optional.of("was issued by an untrusted issuer") : Optional.empty();
    }

    private String unsent(@Nullable Throwable cause) {
        if (cause instanceof SendTracker.StaleConnectionException) {
            return "the connection was closed immediately after it was established";
        }
        if (cause instanceof UnknownHostException) {
            return "unknown host; check the base URL and the DNS of the network";
        }
        if (cause instanceof SocketTimeoutException) {
            return "connecting timed out; check the base URL and the firewall";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "connection refused; check the base URL and that the service is running";
        }
        if (cause instanceof SSLException) {
            return "the TLS handshake failed; check that the port of the base URL uses HTTPS";
        }
        return "connecting failed; check the base URL and the proxy, if any";
    }

    private String unanswered(@Nullable Throwable cause) {
        if (cause instanceof SocketTimeoutException) {
            return "nothing was received within the read timeout of " + text(options.readTimeout())
                    + ", or nothing could be sent within the write timeout of " + text(options.writeTimeout());
        }
        if (cause instanceof InterruptedIOException) {
            return "it took longer than the call timeout of " + text(options.callTimeout());
        }
        if (cause instanceof Error) {
            return "an error occurred in this program, such as insufficient memory for the response";
        }
        return "the connection was interrupted, or the response is not HTTP";
    }

    static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** Returns the cause if its message is from the platform. The message of a protocol error may quote the server. */
    static @Nullable Throwable quotable(@Nullable Throwable cause) {
        boolean own = cause instanceof Error
                || cause instanceof UnknownHostException
                || cause instanceof SendTracker.StaleConnectionException
                || cause instanceof SocketException
                || cause instanceof InterruptedIOException
                || (cause instanceof SSLException && !(cause instanceof SSLPeerUnverifiedException));
        return own ? cause : null;
    }
}
