package dev.hourbridge.conformance;

import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every combination of conditions, with entries on both sides of each.
 *
 * <p>For each condition, one entry meets it and another just fails to meet it, such as an entry on the day before or
 * after a range.
 */
final class Queries {
    private final ServiceUnderTest service;
    private final Samples samples;

    /** Creates the queries for a service. */
    Queries(ServiceUnderTest service) {
        this.service = service;
        this.samples = new Samples(service);
    }

    /** Adds entries of each writer at each place, on the day of the base entry, the day before and the day after. */
    void surround() {
        LocalDate day = samples.day();
        for (PersonRef person : samples.writers()) {
            for (NewTimeEntry place : samples.places()) {
                for (LocalDate each : List.of(day.minusDays(1), day, day.plusDays(1))) {
                    create(place, person, samples.worked(each, Duration.ofMinutes(20)));
                }
            }
        }
        if (samples.takesStart()) {
            NewTimeEntry place = samples.places().get(0);
            PersonRef person = samples.writers().get(0);
            for (LocalDate each : List.of(day.minusDays(1), day, day.plusDays(1))) {
                create(place, person, WorkTime.from(samples.at(each, LocalTime.MIDNIGHT), Duration.ofMinutes(5)));
                create(place, person, WorkTime.from(samples.at(each, LocalTime.of(23, 58)), Duration.ofMinutes(5)));
            }
        }
    }

    private void create(NewTimeEntry place, PersonRef person, WorkTime time) {
        service.add(place.toBuilder().person(person).workTime(time).build());
    }

    /**
     * Returns a query for each range, with and without each person, project and task by which the service can filter.
     */
    List<TimeEntryQuery> all() {
        List<TimeEntryQuery> queries = new ArrayList<>();
        Set<EntryField> shown = service.tracker().capabilities().readable();
        for (TimeEntryQuery range : ranges()) {
            for (Optional<PersonRef> person :
                    orNone(shown.contains(EntryField.PERSON) ? service.people() : List.of())) {
                for (Optional<ProjectRef> project :
                        orNone(shown.contains(EntryField.PROJECT) ? service.projects() : List.of())) {
                    for (Optional<TaskRef> task :
                            orNone(shown.contains(EntryField.TASK) ? service.tasks() : List.of())) {
                        TimeEntryQuery.Builder query = range.toBuilder();
                        person.ifPresent(query::person);
                        project.ifPresent(query::project);
                        task.ifPresent(query::task);
                        queries.add(query.build());
                    }
                }
            }
        }
        return queries;
    }

    /** Returns ranges that begin or end at the day of the base entry, and open ones. */
    private List<TimeEntryQuery> ranges() {
        LocalDate day = samples.day();
        return List.of(
                range(null, null),
                range(day, null),
                range(null, day),
                range(day, day),
                range(day, day.plusDays(1)),
                range(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 12, 31)));
    }

    /**
     * Returns a query by days.
     *
     * @param first the first day; null if there is no bound
     * @param last the last day; null if there is no bound
     */
    static TimeEntryQuery range(@Nullable LocalDate first, @Nullable LocalDate last) {
        TimeEntryQuery.Builder query = TimeEntryQuery.builder();
        if (first != null) {
            query.firstDay(first);
        }
        if (last != null) {
            query.lastDay(last);
        }
        return query.build();
    }

    private static <T> List<Optional<T>> orNone(List<T> values) {
        return Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .toList();
    }
}
