package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.Where;
import dev.hourbridge.cli.report.Plain;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
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
import java.util.Set;
import java.util.TreeSet;

/**
 * What would stop a plan at its end is found out at its beginning, and named by the file's own words: one
 * small request a credential, and none for the ids.
 */
final class TargetChecks {
    private final Configuration configuration;
    private final TimeTracker target;
    private final Map<String, TimeTracker> ownTargets;
    private final LocalDate day;

    TargetChecks(Configuration configuration, TimeTracker target, Map<String, TimeTracker> ownTargets) {
        this.configuration = configuration;
        this.target = target;
        this.ownTargets = ownTargets;
        this.day = configuration.range().first();
    }

    void run() {
        people().forEach(this::checkPerson);
        checkCredential(target, configuration.target().credentialsPlace());
        ownTargets.forEach(
                (person, own) -> checkCredential(own, configuration.target().credentialsPlace(person)));
    }

    private Set<String> people() {
        Mapping mapping = configuration.mapping();
        Set<String> ids = new TreeSet<>(mapping.people().values());
        mapping.defaultPerson().ifPresent(ids::add);
        mapping.work().stream()
                .map(WorkRule::toPerson)
                .flatMap(Optional::stream)
                .forEach(ids::add);
        return ids;
    }

    /** A list that is not walked checks what it is asked, and asks nothing. */
    private void checkPerson(String id) {
        try {
            var unused =
                    target.list(day().person(PersonRef.of(target.account(), id)).build());
        } catch (InvalidInputException impossible) {
            throw error(configuration.personPlace(id), "no person of the target can have this id. ", impossible);
        }
    }

    private void checkCredential(TimeTracker tracker, Where place) {
        try (CloseableIterator<TimeEntry> rows = tracker.list(day().build()).iterator()) {
            var unused = rows.hasNext();
        } catch (AuthenticationException refused) {
            throw error(place, "the target does not accept this credential. ", refused);
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (HourbridgeException unanswered) {
            // Not an answer to this question; the plan asks again.
        }
    }

    private TimeEntryQuery.Builder day() {
        return TimeEntryQuery.builder().firstDay(day).lastDay(day);
    }

    private static ConfigurationException error(Where place, String problem, HourbridgeException cause) {
        ConfigurationException error = place.error(problem + Plain.line(String.valueOf(cause.getMessage())));
        error.initCause(cause);
        return error;
    }
}
