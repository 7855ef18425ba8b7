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

/** Says why no response came, and where to look. */
final class NetworkFailures {
    private static final int MAX_CAUSE_DEPTH = 20;

    private final HttpOptions options;

    NetworkFailures(HttpOptions options) {
        this.options = options;
    }

    /** For a request that found no place among those under way, or found it too late. */
    ExchangeException busy(int calls) {
        String what = "was not sent: it waited for most of the call timeout of " + text(options.callTimeout())
                + " until one of " + calls
                + " other calls of this client ended; use fewer threads, or raise callTimeout";
        return new ExchangeException(ExchangeException.Kind.CONNECTION, what, WriteOutcome.NOT_SENT, null);
    }

    /** What became of a request whose network failed. */
    ExchangeException of(@Nullable Throwable cause, WriteOutcome outcome) {
        if (cause instanceof PlainHttpGuard.ExposedException exposed) {
            String what = "was not sent: it is plain http, and the connection leads to " + exposed.getMessage()
                    + "; give an https base URL, or set allowInsecureHttp";
            return new ExchangeException(ExchangeException.Kind.UNTRUSTED, what, outcome, null);
        }
        Optional<String> distrust = distrust(cause);
        if (distrust.isPresent()) {
            String what = "was not sent: the certificate of the host " + distrust.get()
                    + "; check the base URL, or give an OkHttpClient that trusts the certificate";
            return new ExchangeException(ExchangeException.Kind.UNTRUSTED, what, outcome, quotable(cause));
        }
        String what = outcome == WriteOutcome.NOT_SENT
                ? "could not be sent: " + unsent(cause)
                : "got no complete answer: " + unanswered(cause);
        return new ExchangeException(ExchangeException.Kind.CONNECTION, what, outcome, quotable(cause));
    }

    /** Why a certificate is not trusted; empty if that is not what happened. */
    private static Optional<String> distrust(@Nullable Throwable failure) {
        boolean certificate = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSE_DEPTH; depth++) {
            if (cause instanceof SSLPeerUnverifiedException) {
                return Optional.of("is for another name");
            }
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return Optional.of("has expired or is not valid yet");
            }
            certificate |= cause instanceof CertificateException;
            cause = cause.getCause();
        }
        return certificate ? Optional.of("is of an issuer that is not trusted here") : Optional.empty();
    }

    private String unsent(@Nullable Throwable cause) {
        if (cause instanceof SendTracker.StaleConnectionException) {
            return "the connection was ended as soon as it was made";
        }
        if (cause instanceof UnknownHostException) {
            return "the host is not known; check the base URL and the network's DNS";
        }
        if (cause instanceof SocketTimeoutException) {
            return "no connection was made in time; check the base URL and the firewall";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "nobody takes connections there; check the base URL, and that the service runs";
        }
        if (cause instanceof SSLException) {
            return "no secure connection was agreed on; check that the base URL's port speaks https";
        }
        return "no connection was made; check the base URL, and the proxy if there is one";
    }

    private String unanswered(@Nullable Throwable cause) {
        if (cause instanceof SocketTimeoutException) {
            return "nothing came within the read timeout of " + text(options.readTimeout())
                    + ", or nothing was taken within the write timeout of " + text(options.writeTimeout());
        }
        if (cause instanceof InterruptedIOException) {
            return "it took longer than the call timeout of " + text(options.callTimeout());
        }
        if (cause instanceof Error) {
            return "there was an error in this program, such as too little memory for the answer";
        }
        return "the connection broke, or what came is no HTTP";
    }

    static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** Those whose text is the platform's own: a text about a protocol or a format quotes what the server sent. */
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
