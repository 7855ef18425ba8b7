package dev.hourbridge.migration.concurrent;

import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** A service and a network that fail a few times in a schedule, in any way, and store what they like. */
final class RandomReplies implements Reply {
    private static final Duration ROUND_TRIP = Duration.ofSeconds(1);
    private static final int SHARE = 25;
    private static final int LATEST_SECONDS = 300;

    private final Scene scene;
    private final Random random;
    private final RandomUsers users;
    private final List<Fault> faults;
    private int left;
    private int struck;

    /** What goes wrong with a POST. */
    private record Fault(String name, Reply reply) {}

    RandomReplies(Scene scene, Random random, RandomUsers users, int most) {
        this.scene = scene;
        this.random = random;
        this.users = users;
        this.left = most;
        this.faults = List.of(
                new Fault("the response is lost", Reply.lost()),
                new Fault("the response is lost", Reply.lost()),
                new Fault("the request is lost", Reply.lostRequest()),
                new Fault("stored later", this::late),
                new Fault("stored otherwise, no response", (e, s) -> otherwise(e, s, Reply::noResponse)),
                new Fault("stored otherwise, 502", (e, s) -> otherwise(e, s, () -> Reply.server(502))),
                new Fault("stored otherwise, 500", (e, s) -> otherwise(e, s, () -> Reply.server(500))),
                new Fault("stored otherwise, 429", (e, s) -> otherwise(e, s, Reply::throttled)),
                new Fault("stored otherwise, 201", this::otherwise),
                new Fault("throttled", Reply.failing(Reply::throttled)),
                new Fault("stored, 429", Reply.throttledAfterCommit()),
                new Fault("rejected", Reply.failing(Reply::rejected)),
                new Fault("stored, 422", this::rejected),
                new Fault("stored twice", this::twice),
                new Fault("killed before", Reply.killedBefore()),
                new Fault("stored, killed", Reply.killedAfterCommit()),
                new Fault("not sent", Reply.failing(Reply::notSent)),
                new Fault("500", Reply.failing(() -> Reply.server(500))),
                new Fault("201 without an id", Reply.failing(Reply::acceptedWithoutId)),
                new Fault("stored, 201 without an id", Reply.storedOtherwise(Reply::acceptedWithoutId)));
    }

    /** How many POSTs went wrong. */
    synchronized int struck() {
        return struck;
    }

    /** Nothing goes wrong any more. */
    synchronized void calm() {
        left = 0;
    }

    @Override
    public synchronized TimeEntryId to(NewTimeEntry entry, Committer service) {
        scene.time.sleep(ROUND_TRIP);
        users.maybeAct(5);
        TimeEntryId id = reply(entry).to(entry, service);
        users.maybeAct(5);
        return id;
    }

    /** A page that sometimes loses its paging headers. */
    synchronized Page<TimeEntry> listed(Page<TimeEntry> page) {
        if (left == 0 || random.nextInt(200) > 0) {
            return page;
        }
        left--;
        struck++;
        scene.story.tell("  a list loses its headers");
        return Page.of(page.items(), null);
    }

    private Reply reply(NewTimeEntry entry) {
        if (left == 0 || random.nextInt(100) >= SHARE) {
            return Reply.normal();
        }
        left--;
        struck++;
        // People go on working while the migration waits to know more.
        scene.time.after(Duration.ofSeconds(1 + random.nextInt(LATEST_SECONDS)), () -> users.maybeAct(60));
        Fault fault = faults.get(random.nextInt(faults.size()));
        scene.story.tell("  POST of " + Script.firstLine(entry.note()) + ": " + fault.name());
        return fault.reply();
    }

    private TimeEntryId late(NewTimeEntry entry, Committer service) {
        service.commitLater(entry, Duration.ofSeconds(1 + random.nextInt(LATEST_SECONDS)));
        throw Reply.noResponse();
    }

    /** A confirmed create is not looked for, so its second row cannot be recognised once it is edited. */
    private TimeEntryId twice(NewTimeEntry entry, Committer service) {
        users.neverEdit(service.commit(entry));
        return service.commit(entry).id();
    }

    private TimeEntryId rejected(NewTimeEntry entry, Committer service) {
        scene.atTarget.rejected(service.commit(entry).id());
        throw Reply.rejected();
    }

    private TimeEntryId otherwise(NewTimeEntry entry, Committer service, Supplier<RuntimeException> failure) {
        otherwise(entry, service);
        throw failure.get();
    }

    private TimeEntryId otherwise(NewTimeEntry entry, Committer service) {
        TimeEntry row = service.commit(entry);
        Change change = Change.any(random);
        users.changed(row, change);
        scene.story.tell("    as " + change + " " + row.id().id());
        return service.store(change == Change.NOTE ? withOtherNote(row) : change.in(row, service.placement()))
                .id();
    }

    /** A service replaces, cuts or drops a note. */
    private TimeEntry withOtherNote(TimeEntry row) {
        return switch (random.nextInt(3)) {
            case 0 -> row.toBuilder().note("").build();
            case 1 ->
                row.toBuilder()
                        .note(row.note().substring(0, row.note().length() / 2).strip())
                        .build();
            default -> Change.NOTE.in(row, scene.target.capabilities().placement());
        };
    }
}
