package dev.hourbridge.cli.service;

import dev.hourbridge.model.Directory;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.TimeTracker;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The zone that a service reports for the owner of the credentials.
 *
 * <p>It is compared with the zone in the configuration, which is not verified otherwise.
 *
 * <p>Two names of one zone, such as {@code Europe/Dublin} and {@code Eire}, are equal if their rules are equal.
 */
public final class ReportedZone {
    private ReportedZone() {}

    /**
     * Requests the zone, if the client has a directory.
     *
     * @return the zone; empty if the service does not report one
     * @throws dev.hourbridge.model.HourbridgeException if the service rejects the credentials or does not respond
     */
    public static Optional<ZoneId> of(TimeTracker tracker) {
        try {
            return tracker.directory().flatMap(Directory::zone);
        } catch (NotFoundException | PermissionException | MalformedResponseException unreported) {
            return Optional.empty();
        }
    }

    /** Returns whether two zones have the same rules, as two names of one zone do. */
    public static boolean isSame(ZoneId a, ZoneId b) {
        return a.getRules().equals(b.getRules());
    }
}
