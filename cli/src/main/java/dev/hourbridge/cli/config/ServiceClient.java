package dev.hourbridge.cli.config;

import dev.hourbridge.model.TimeTracker;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A client for a service, with information that the common interface does not provide.
 *
 * <p>The owner of the credentials must be known before anything is written, because the service would create an entry
 * of another person for the owner.
 *
 * @param tracker the client
 * @param owner looks up the person that the credential belongs to, with at most one request; empty if the service does
 *     not report it
 */
public record ServiceClient(TimeTracker tracker, Supplier<Optional<String>> owner) {
    /** Returns a client whose service does not report the owner of a credential. */
    public static ServiceClient of(TimeTracker tracker) {
        return new ServiceClient(tracker, Optional::empty);
    }
}
