package dev.hourbridge.cli.config;

import dev.hourbridge.model.TimeTracker;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A client of a service, with what the common interface does not have.
 *
 * <p>Whose credential it is matters before anything is written: an entry of another person would be created for its
 * owner.
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
