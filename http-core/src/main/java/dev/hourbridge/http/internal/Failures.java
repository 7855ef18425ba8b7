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

/** Creates the exceptions of the model. */
final class Failures {
    private static final int MAX_ERRORS = 50;

    private final ServiceRules rules;
    private final RetryAfter retryAfter;

    Failures(ServiceRules rules, RetryAfter retryAfter) {
        this.rules = rules;
        this.retryAfter = retryAfter;
    }

    /** Returns the exception for a response without a status of success. */
    HourbridgeException of(ApiResponse response) {
        List<String> errors = errors(response);
        Failure.Builder failure = failure(response, Outcomes.of(response, rules), "returned " + response.status());
        ServiceText.of(response, errors).ifPresent(failure::serviceMessage);
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
        Failure.Builder failure = Failure.builder(exchange + " " + exchange.redact(e.what()) + ".")
                .attempts(exchange.state().attempts());
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

    static MalformedResponseException malformed(ApiResponse response, String what) {
        boolean create = response.exchange().kind().isCreate();
        return malformed(response, what, create ? WriteOutcome.ACCEPTED_NO_ID : WriteOutcome.IN_DOUBT);
    }

    /** Returns the exception for a 2xx that is not from the service itself, such as a login page. */
    static MalformedResponseException unexpectedContentType(ApiResponse response) {
        String type = response.contentType()
                .filter(text -> text.matches("[a-z0-9.+/-]{1,60}"))
                .map(text -> "of content type " + text)
                .orElse("without a usable content type");
        return malformed(response, "is " + type, WriteOutcome.IN_DOUBT);
    }

    static RejectedException rejectedWithSuccessStatus(ApiResponse response, List<String> errors) {
        boolean inDoubt = response.exchange().state().inDoubt();
        WriteOutcome outcome = inDoubt ? WriteOutcome.IN_DOUBT : WriteOutcome.REFUSED;
        Failure.Builder failure = failure(response, outcome, "returned " + response.status() + " with an error");
        List<String> clean = cleaned(response, errors);
        ServiceText.of(clean).ifPresent(failure::serviceMessage);
        return new RejectedException(failure.build(), clean);
    }

    private static MalformedResponseException malformed(ApiResponse response, String what, WriteOutcome outcome) {
        return new MalformedResponseException(
                failure(response, outcome, "returned " + response.status() + ", but the response " + what)
                        .build());
    }

    private static Failure.Builder failure(ApiResponse response, WriteOutcome outcome, String what) {
        Exchange exchange = response.exchange();
        Failure.Builder failure = Failure.builder(exchange + " " + exchange.redact(what) + ".")
                .status(response.status())
                .attempts(exchange.state().attempts());
        if (exchange.kind().isWrite()) {
            failure.outcome(outcome);
        }
        return failure;
    }

    private List<String> errors(ApiResponse response) {
        if (response.status() < 400) {
            return List.of();
        }
        try {
            return cleaned(response, rules.errors(response));
        } catch (RuntimeException e) {
            // An unexpected form of an error page must not hide the error.
            return List.of();
        }
    }

    private static List<String> cleaned(ApiResponse response, List<String> errors) {
        return errors.stream()
                .limit(MAX_ERRORS)
                .map(error -> ServiceText.clean(response.exchange(), error))
                .toList();
    }
}
