package dev.hourbridge.cli.check;

import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.cli.service.ReportedZone;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeTracker;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares the zone of a client with the zone that its service reports, because a wrong zone would shift every start
 * time.
 *
 * <p>If a service stores local times, the offset of an entry is lost and the zone cannot be determined from entries.
 * Only some services report the zone of the owner of the credentials.
 */
public final class ZoneCheck {
    private final Consumer<String> notes;

    /** Creates a check. If a zone cannot be compared, a note is passed to {@code notes}. */
    public ZoneCheck(Consumer<String> notes) {
        this.notes = notes;
    }

    /**
     * Compares the zones with at most one request. Sends no request if the client has no zone or no directory.
     *
     * @param role {@code source} or {@code target}
     * @throws dev.hourbridge.cli.config.ConfigurationException if the zones differ
     */
    public void run(String role, ServiceConfiguration side, TimeTracker tracker) {
        Optional<ZoneId> zone = tracker.capabilities().zone();
        if (zone.isEmpty()) {
            return;
        }
        reported(role, side, tracker)
                .filter(reported -> !ReportedZone.isSame(zone.get(), reported))
                .ifPresent(reported -> {
                    throw side.location()
                            .error("zone is " + zone.get() + ", but the service reports " + reported
                                    + " for the owner of the credentials, so every start would be moved; set zone: "
                                    + reported + ", omit it, or change it in the user's profile");
                });
    }

    /** Returns the zone that the service reports; empty, with a note, if it could not be read. */
    private Optional<ZoneId> reported(String role, ServiceConfiguration side, TimeTracker tracker) {
        try {
            return ReportedZone.of(tracker);
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (AuthenticationException rejected) {
            throw side.rejected(role, side.credentialsLocation(), rejected);
        } catch (HourbridgeException failed) {
            notes.accept("The zone of the " + role
                    + " was not compared with the zone of the service, which could not be read: "
                    + TerminalText.line(String.valueOf(failed.getMessage())));
            return Optional.empty();
        }
    }
}
