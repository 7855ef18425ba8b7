package dev.hourbridge.http.internal;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.RedirectException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.util.List;
import java.util.Optional;

/** Creates the exceptions of the model. */
final class Failures {
    private final ServiceRules rules;
    private final RetryAfter retryAfter;

    Failures(ServiceRules rules, RetryAfter retryAfter) {
        this.rules = rules;
        this.retryAfter = retryAfter;
    }

    /** Returns the exception for a response without a status of success. */
    HourbridgeException of(ApiResponse response) {
        List<String> errors = errors(response);
        Failure.Builder failure = response.failure(outcome(response), "returned " + response.status());
        serviceMessage(response, errors).ifPresent(failure::serviceMessage);
        Failure built = failure.build();
        if (rules.isThrottle(response)) {
            return new ThrottledException(built, retryAfter.asked(response).orElse(null));
        }
        int status = response.status();
        return switch (status) {
            case 401 -> new AuthenticationException(built);
            case 403 -> new PermissionException(built);
            case 404, 410 -> new NotFoundException(built);
            case 408 -> new ServerException(built);
            default -> byClass(status, built, errors);
        };
    }

    private static HourbridgeException byClass(int status, Failure failure, List<String> errors) {
        if (status < 300) {
            return new MalformedResponseException(failure);
        }
        if (status >= 500) {
            return new ServerException(failure);
        }
        return status >= 400 ? new RejectedException(failure, errors) : new RedirectException(failure);
    }

    /** Returns the exception for a request without a response. */
    static HourbridgeException of(Exchange exchange, ExchangeException e) {
        Failure.Builder failure = exchange.failure(e.what());
        if (e.getCause() != null) {
            failure.cause(e.getCause());
        }
        if (exchange.kind().isWrite()) {
            failure.outcome(exchange.state().inDoubt() ? WriteOutcome.IN_DOUBT : e.outcome());
        }
        Failure built = failure.build();
        return switch (e.kind()) {
            case CONNECTION, UNTRUSTED, CLOSED -> new ConnectionException(built);
            case INTERRUPTED -> new CallInterruptedException(built);
            case TOO_LARGE -> new MalformedResponseException(built);
            case AUTHENTICATION -> new AuthenticationException(built);
        };
    }

    /** Determines the outcome of a write from the status of its response. */
    private WriteOutcome outcome(ApiResponse response) {
        if (response.exchange().state().inDoubt()) {
            // A rejection does not apply to an earlier attempt whose response was lost.
            return WriteOutcome.IN_DOUBT;
        }
        if (rules.isThrottle(response)) {
            return WriteOutcome.REJECTED;
        }
        return switch (response.status()) {
            // A redirect precedes any effect.
            case 301, 307, 308 -> WriteOutcome.REJECTED;
            case 408 -> WriteOutcome.IN_DOUBT;
            default ->
                response.status() >= 400 && response.status() < 500 ? WriteOutcome.REJECTED : WriteOutcome.IN_DOUBT;
        };
    }

    private static Optional<String> serviceMessage(ApiResponse response, List<String> errors) {
        if (!errors.isEmpty()) {
            return ServiceText.of(errors);
        }
        return response.contentType()
                .filter("text/plain"::equals)
                .flatMap(type -> ServiceText.ofPlainText(response.exchange(), response.text()));
    }

    private List<String> errors(ApiResponse response) {
        if (response.status() < 400) {
            return List.of();
        }
        try {
            return ServiceText.clean(response.exchange(), rules.errors(response));
        } catch (RuntimeException e) {
            // An unexpected form of an error page must not hide the error.
            return List.of();
        }
    }
}
