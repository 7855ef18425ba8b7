package dev.hourbridge.resilience.input;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A place of the common API that takes an id.
 *
 * @param name what it is called
 * @param call uses it, with a client, an entry that the service takes, and the id
 */
record IdPlace(String name, Call call) {
    /** Makes requests with the id in them, if it is let. */
    interface Call {
        void with(TimeTracker tracker, NewTimeEntry entry, String id);
    }

    static List<IdPlace> all() {
        List<IdPlace> places = new ArrayList<>();
        places.add(new IdPlace("get", (tracker, entry, id) -> tracker.get(TimeEntryId.of(tracker.account(), id))));
        places.add(
                new IdPlace("delete", (tracker, entry, id) -> tracker.delete(TimeEntryId.of(tracker.account(), id))));
        places.add(new IdPlace("update", (tracker, entry, id) -> {
            TimeEntryId of = TimeEntryId.of(tracker.account(), id);
            tracker.update(of, TimeEntryUpdate.builder().note("x").build());
        }));
        BiFunction<Account, String, TimeEntryQuery> person = (account, id) ->
                TimeEntryQuery.builder().person(PersonRef.of(account, id)).build();
        BiFunction<Account, String, TimeEntryQuery> project = (account, id) ->
                TimeEntryQuery.builder().project(ProjectRef.of(account, id)).build();
        BiFunction<Account, String, TimeEntryQuery> task = (account, id) ->
                TimeEntryQuery.builder().task(TaskRef.of(account, id)).build();
        places.add(list("list of a person", person));
        places.add(list("list of a project", project));
        places.add(list("list of a task", task));
        places.add(total("total of a person", person));
        places.add(total("total of a project", project));
        places.add(total("total of a task", task));
        places.add(new IdPlace(
                "create for a person",
                (tracker, entry, id) -> tracker.create(entry.toBuilder()
                        .person(PersonRef.of(tracker.account(), id))
                        .build())));
        places.add(new IdPlace(
                "create on a project",
                (tracker, entry, id) -> tracker.create(entry.toBuilder()
                        .project(ProjectRef.of(tracker.account(), id))
                        .build())));
        places.add(new IdPlace(
                "create on a task",
                (tracker, entry, id) -> tracker.create(entry.toBuilder()
                        .task(TaskRef.of(tracker.account(), id))
                        .build())));
        places.add(new IdPlace(
                "create of an activity",
                (tracker, entry, id) -> tracker.create(entry.toBuilder()
                        .activity(ActivityRef.of(tracker.account(), id))
                        .build())));
        places.add(update(
                "update to a person",
                (account, id) -> TimeEntryUpdate.builder()
                        .person(PersonRef.of(account, id))
                        .build()));
        places.add(update(
                "update to a project",
                (account, id) -> TimeEntryUpdate.builder()
                        .project(ProjectRef.of(account, id))
                        .build()));
        places.add(update(
                "update to a task",
                (account, id) ->
                        TimeEntryUpdate.builder().task(TaskRef.of(account, id)).build()));
        places.add(update(
                "update to an activity",
                (account, id) -> TimeEntryUpdate.builder()
                        .activity(ActivityRef.of(account, id))
                        .build()));
        return List.copyOf(places);
    }

    private static IdPlace list(String name, BiFunction<Account, String, TimeEntryQuery> query) {
        return new IdPlace(
                name,
                (tracker, entry, id) ->
                        tracker.list(query.apply(tracker.account(), id)).forEach(row -> {}));
    }

    private static IdPlace total(String name, BiFunction<Account, String, TimeEntryQuery> query) {
        return new IdPlace(name, (tracker, entry, id) -> tracker.total(query.apply(tracker.account(), id)));
    }

    /** Codebase's entries have ids of two parts. */
    private static IdPlace update(String name, BiFunction<Account, String, TimeEntryUpdate> update) {
        return new IdPlace(name, (tracker, entry, id) -> {
            String own = tracker.account().service().toString().equals("codebase") ? "website/8" : "8";
            tracker.update(TimeEntryId.of(tracker.account(), own), update.apply(tracker.account(), id));
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
