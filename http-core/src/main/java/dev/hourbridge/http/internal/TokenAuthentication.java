package dev.hourbridge.http.internal;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.WriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Authentication with a token that is fetched, reused, and fetched again when the service rejects it. One caller
 * fetches while the others wait for the same result or the same failure. Thread-safe.
 */
public final class TokenAuthentication implements Authentication {
    private final Source source;
    private final List<Secret> secrets;
    private final ReentrantLock fetching = new ReentrantLock(true);
    private volatile State state = new State(0, null, null);

    /**
     * Creates an instance that fetches the first token when it is needed.
     *
     * @param secrets the secrets that the source has from the start
     */
    public TokenAuthentication(Source source, List<Secret> secrets) {
        this.source = source;
        this.secrets = List.copyOf(secrets);
    }

    /** Fetches a token. Called by one thread at a time. */
    @FunctionalInterface
    public interface Source {

        /**
         * Returns a new {@code Authorization} header. Every token is {@linkplain TokenEndpoint#hide hidden} before it
         * is used.
         *
         * @param challenge the 401 that requires it; empty before the first request
         * @throws ExchangeException if no token is available
         */
        String fetch(Optional<Challenge> challenge, TokenEndpoint tokens) throws ExchangeException;
    }

    @Override
    public List<Secret> secrets() {
        return secrets;
    }

    private record State(
            long fetches, @Nullable String header, @Nullable ExchangeException failure) {}

    @Override
    public Optional<String> authorization(TokenEndpoint tokens) throws ExchangeException {
        State seen = state;
        return Optional.of(seen.header != null ? seen.header : fetch(seen, Optional.empty(), tokens));
    }

    @Override
    public boolean renew(Challenge challenge, TokenEndpoint tokens) throws ExchangeException {
        State seen = state;
        if (seen.header == null
                || challenge.rejectedHeader().filter(seen.header::equals).isPresent()) {
            fetch(seen, Optional.of(challenge), tokens);
        }
        return true;
    }

    private String fetch(State seen, Optional<Challenge> challenge, TokenEndpoint tokens) throws ExchangeException {
        lock();
        try {
            State now = state;
            if (now.fetches == seen.fetches) {
                now = fetchInTurn(now.fetches + 1, challenge, tokens);
            }
            if (now.header == null) {
                // Not fetched again for each waiting caller, because repeatedly sending a wrong password can lock an
                // account.
                throw now.failure == null ? ExchangeException.authentication("had no token") : now.failure;
            }
            return now.header;
        } finally {
            fetching.unlock();
        }
    }

    private State fetchInTurn(long fetches, Optional<Challenge> challenge, TokenEndpoint tokens)
            throws ExchangeException {
        try {
            state = new State(fetches, source.fetch(challenge, tokens), null);
        } catch (ExchangeException e) {
            if (e.kind() == ExchangeException.Kind.INTERRUPTED) {
                // Only this thread was interrupted; the next one fetches.
                throw e;
            }
            state = new State(fetches, null, e);
        }
        return state;
    }

    private void lock() throws ExchangeException {
        try {
            fetching.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExchangeException(
                    ExchangeException.Kind.INTERRUPTED,
                    "was interrupted while it waited for a token",
                    WriteOutcome.NOT_SENT,
                    null);
        }
    }
}
