package dev.hourbridge.cli.config;

import dev.hourbridge.model.TimeTracker;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A client for a service, with information that the common interface does not provide.
 *
 * <p>The owner of the credentials must be known before anything is written. Otherwise, the service would create another
 * person's entries for the owner.
 *
 * @param tracker the client
 * @param owner looks up the person to whom the credentials belong, with at most one request; empty if the service does
 *     not report it
 */
public record ServiceClient(TimeTracker tracker, Supplier<Optional<String>> owner) {
    /** Returns a client whose service does not report the owner of the credentials. */
    public static ServiceClient of(TimeTracker tracker) {
        return new ServiceClient(tracker, Optional::empty);
    }
}
