package dev.hourbridge.migration.internal.context;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The target's clients: one client for everyone, or one per person if credentials can write only their owner's rows.
 */
public final class TargetClients {
    private final TimeTracker main;
    private final Map<String, TimeTracker> byPerson;

    /**
     * Creates the clients of a target.
     *
     * @param main the client for everything that no other client handles
     * @param byPerson the clients by the id of the person whose entries they write
     */
    public TargetClients(TimeTracker main, Map<String, TimeTracker> byPerson) {
        this.main = main;
        this.byPerson = byPerson;
    }

    /** Returns the account of the target, which all clients share. */
    public Account account() {
        return main.account();
    }

    /** Returns the capabilities of the main client. Those of another person's client differ only in the owner. */
    public Capabilities capabilities() {
        return main.capabilities();
    }

    /** Returns the client for requests that concern no single person. */
    public TimeTracker main() {
        return main;
    }

    /** Returns the client that writes the entries of a person, and lists them. */
    public TimeTracker of(String person) {
        @Nullable TimeTracker own = byPerson.get(person);
        return own == null ? main : own;
    }

    /** Returns the people who have a separate client. */
    Set<String> peopleWithCredential() {
        return byPerson.keySet();
    }

    /** Returns the owners of the credentials, if they are known. */
    public Set<String> owners() {
        return Stream.concat(byPerson.keySet().stream(), main.capabilities().owner().stream())
                .collect(Collectors.toSet());
    }

    /** Returns whether a list without a project shows entries of this entry's project. */
    public boolean listsPlaceOf(NewTimeEntry entry) {
        return main.capabilities()
                .listedProjects()
                .flatMap(listed -> entry.project().map(project -> listed.contains(project.id())))
                .orElse(true);
    }

    /** Returns the people in the plan whose entries no credentials can write. */
    public List<String> withoutCredential(List<String> people) {
        return people.stream()
                .filter(person -> !of(person).capabilities().writesFor(person))
                .toList();
    }

    /** Returns the only query with which rows are looked up. */
    public TimeEntryQuery rowsOf(String person, LocalDate first, LocalDate last) {
        return TimeEntryQuery.builder()
                .person(PersonRef.of(account(), person))
                .firstDay(first)
                .lastDay(last)
                .build();
    }
}
