package dev.hourbridge.cli.check;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.config.SourceLocation;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Detects problems that would otherwise stop a plan at its end, and names the keys in the file. Sends one small request
 * for each set of credentials, and no request for ids.
 *
 * <pre>
 * migration.yaml:14: target.people.26: these are the credentials of person 25, but they would write the entries of …
 * </pre>
 */
public final class TargetChecks {
    private final Configuration configuration;
    private final ServiceClient target;
    private final Map<String, ServiceClient> ownTargets;
    private final LocalDate day;

    /**
     * Creates the checks of one plan.
     *
     * @param ownTargets the clients of people with separate credentials, by the person's id on the target
     */
    public TargetChecks(Configuration configuration, ServiceClient target, Map<String, ServiceClient> ownTargets) {
        this.configuration = configuration;
        this.target = target;
        this.ownTargets = ownTargets;
        this.day = configuration.range().first();
    }

    /**
     * Requests one small list for each set of credentials.
     *
     * @throws dev.hourbridge.cli.config.ConfigurationException if credentials are rejected or belong to another person;
     *     the message names their key in the file
     */
    public void run() {
        configuration.targetPeople().forEach(this::checkPerson);
        checkCredential(target, configuration.target().credentialsLocation());
        ownTargets.forEach(
                (person, own) -> checkCredential(own, configuration.target().credentialsLocation(person)));
        configuration.onlyTargetPerson().ifPresent(person -> checkOwner(person, target));
        ownTargets.forEach(this::checkOwner);
    }

    /** Checks the id of a person without a request: a list validates its query before it is read. */
    private void checkPerson(String id) {
        try {
            TimeTracker tracker = target.tracker();
            var unused = tracker.list(
                    day().person(PersonRef.of(tracker.account(), id)).build());
        } catch (InvalidInputException impossible) {
            throw error(configuration.personLocation(id), "no person on the target can have this id. ", impossible);
        }
    }

    /** Reads one row, and reports rejected credentials with their line. The plan reports other failures. */
    private void checkCredential(ServiceClient client, SourceLocation location) {
        try (CloseableIterator<TimeEntry> rows =
                client.tracker().list(day().build()).iterator()) {
            var unused = rows.hasNext();
        } catch (AuthenticationException rejected) {
            throw configuration.target().rejected("target", location, rejected);
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (HourbridgeException unanswered) {
            // Does not show whether the credentials are valid; the plan checks again.
        }
    }

    /** Checks the owner of the credentials, if the client knows it, before an entry is created for another person. */
    private void checkOwner(String person, ServiceClient client) {
        Optional<String> owner;
        try {
            owner = client.owner().get();
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (HourbridgeException unanswered) {
            return;
        }
        if (owner.filter(known -> !known.equals(person)).isPresent()) {
            throw configuration
                    .target()
                    .credentialsLocation(person)
                    .error("these are the credentials of person " + owner.get()
                            + ", but they would write the entries of person " + person + "; specify " + person
                            + "'s own under target.people");
        }
    }

    /** Returns a query for the first day of the range, which keeps the list short. */
    private TimeEntryQuery.Builder day() {
        return TimeEntryQuery.builder().firstDay(day).lastDay(day);
    }

    private static ConfigurationException error(SourceLocation location, String problem, HourbridgeException cause) {
        ConfigurationException error = location.error(problem + TerminalText.line(String.valueOf(cause.getMessage())));
        error.initCause(cause);
        return error;
    }
}
