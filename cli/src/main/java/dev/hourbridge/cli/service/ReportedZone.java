package dev.hourbridge.cli.service;

import dev.hourbridge.model.Directory;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.TimeTracker;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The zone that a service reports for the owner of a credential.
 *
 * <p>It is compared with the zone of the configuration, which would otherwise be trusted.
 *
 * <p>Two names of one zone, such as {@code Europe/Dublin} and {@code Eire}, are the same if their rules are.
 */
public final class ReportedZone {
    private ReportedZone() {}

    /**
     * Requests the zone, if the client has a directory.
     *
     * @return the zone; empty if the service does not report one
     * @throws dev.hourbridge.model.HourbridgeException if the service rejects the credential or does not respond
     */
    public static Optional<ZoneId> of(TimeTracker tracker) {
        try {
            return tracker.directory().flatMap(Directory::zone);
        } catch (NotFoundException | PermissionException | MalformedResponseException unreported) {
            return Optional.empty();
        }
    }

    /** Returns whether two zones have the same clock, as two names of one zone have. */
    public static boolean isSame(ZoneId a, ZoneId b) {
        return a.getRules().equals(b.getRules());
    }
}
