package dev.hourbridge.cli.check;

import dev.hourbridge.cli.check.Finding.Level;
import dev.hourbridge.cli.service.ReportedZone;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Checks one side: a page of the list, the clock, the zone, paging, rate limits, the rows of other users, and the total
 * of a day. Sends at most eight requests (four if lists are short), in addition to those of a login.
 *
 * <p>Each request asks for data that a migration needs later, such as a page of the list or a total. A missing
 * permission is therefore found before the first plan.
 */
public final class ServiceCheck {
    private static final int SAMPLE = 50;
    private static final int MAX_PAGES = 2;
    private static final Duration FINE_SKEW = Duration.ofSeconds(30);

    private final String side;
    private final HeaderRecorder recorder;
    private final Clock clock;
    private final Function<HourbridgeException, Level> level;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Creates a check.
     *
     * @param side {@code source} or {@code target}
     * @param recorder records what the client receives
     * @param clock the clock of this machine
     * @param level rates a failure and shows its message, which may contain text from the service
     */
    public ServiceCheck(String side, HeaderRecorder recorder, Clock clock, Function<HourbridgeException, Level> level) {
        this.side = side;
        this.recorder = recorder;
        this.clock = clock;
        this.level = level;
    }

    /**
     * Runs the check for a range of days.
     *
     * @param client creates the client, which this method closes
     */
    public List<Finding> run(Supplier<TimeTracker> client, LocalDate firstDay, LocalDate lastDay) {
        try (TimeTracker tracker = client.get()) {
            List<TimeEntry> rows = sample(tracker, query(tracker, firstDay, lastDay));
            credential(rows);
            clock(tracker);
            zone(tracker);
            paging(tracker);
            people(tracker, rows);
            LocalDate day = rows.isEmpty() ? firstDay : rows.get(0).workTime().localDate();
            total(tracker, query(tracker, day, day));
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (HourbridgeException failed) {
            failed(failed);
        }
        return findings;
    }

    /**
     * Returns the query of the check. If the list is composed of lists of single projects, the query covers only the
     * first project.
     */
    private static TimeEntryQuery query(TimeTracker tracker, LocalDate firstDay, LocalDate lastDay) {
        TimeEntryQuery.Builder query =
                TimeEntryQuery.builder().firstDay(firstDay).lastDay(lastDay);
        tracker.capabilities()
                .listedProjects()
                .flatMap(projects -> new TreeSet<>(projects).stream().findFirst())
                .ifPresent(project -> query.project(tracker.project(project)));
        return query.build();
    }

    private List<TimeEntry> sample(TimeTracker tracker, TimeEntryQuery query) {
        List<TimeEntry> rows = new ArrayList<>();
        int before = recorder.requests();
        try (CloseableIterator<TimeEntry> entries = tracker.list(query).iterator()) {
            while (rows.size() < SAMPLE && recorder.requests() - before <= 1 && entries.hasNext()) {
                rows.add(entries.next());
            }
        }
        return rows;
    }

    private void credential(List<TimeEntry> rows) {
        add(
                "list one page",
                rows.size() + (rows.size() == 1 ? " row" : " rows") + status(),
                rows.isEmpty()
                        ? "the credentials are accepted; there are no entries in the range, or none that they may read"
                        : "the credentials are accepted",
                rows.isEmpty() ? Level.WARNING : Level.OK);
    }

    private String status() {
        return recorder.lastStatus() == 0 ? "" : ", HTTP " + recorder.lastStatus();
    }

    /** Compares the clocks, because a create in doubt is looked up by the service's timestamp. */
    private void clock(TimeTracker tracker) {
        Optional<Instant> time = tracker.serverTime();
        if (time.isEmpty()) {
            add("compare clocks", "no Date header", "the clocks cannot be compared", Level.OK);
            return;
        }
        Duration skew = Duration.between(clock.instant(), time.get());
        boolean isFine = skew.abs().compareTo(FINE_SKEW) <= 0;
        add(
                "compare clocks",
                "the service is " + skew.abs().toSeconds() + " s " + (skew.isNegative() ? "behind" : "ahead"),
                isFine ? "the clocks agree" : "set the clock of this machine",
                isFine ? Level.OK : Level.WARNING);
    }

    private void zone(TimeTracker tracker) {
        Optional<ZoneId> zone = tracker.capabilities().zone();
        if (zone.isEmpty()) {
            add("find the time zone", "none", "entries have an offset, or a date only", Level.OK);
            return;
        }
        Optional<ZoneId> reported = ReportedZone.of(tracker);
        boolean isSame = reported.isEmpty() || ReportedZone.isSame(zone.get(), reported.get());
        add(
                "find the time zone",
                zone.get()
                        + reported.map(id -> isSame ? ", per the service" : ", but the service reports " + id)
                                .orElse(", and the service reports none"),
                isSame
                        ? "starts without an offset are read and written in this zone"
                        : "all starts would be shifted; set zone to the zone that the service reports, or omit it",
                isSame ? Level.OK : Level.INVALID);
    }

    private void paging(TimeTracker tracker) {
        Map<String, String> pages = recorder.headers(false);
        boolean isCounted = tracker.capabilities().announcesCount();
        add(
                "read paging headers",
                pages.isEmpty() ? "none" : text(pages),
                isCounted
                        ? "the service states the number of rows, and each list is compared with it"
                        : "the service does not state the number of rows, so a list ends with its last page",
                Level.OK);
        Map<String, String> limits = recorder.headers(true);
        add(
                "read rate limit headers",
                limits.isEmpty() ? "none" : text(limits),
                limits.isEmpty()
                        ? "the request rate is reduced when the service rejects a request"
                        : "the request rate is adjusted to these numbers",
                Level.OK);
    }

    private static String text(Map<String, String> headers) {
        List<String> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(name + " " + value));
        return String.join(", ", all);
    }

    private void people(TimeTracker tracker, List<TimeEntry> rows) {
        Set<String> people = new HashSet<>();
        rows.forEach(row -> row.person().ifPresent(person -> people.add(person.id())));
        Capabilities capabilities = tracker.capabilities();
        boolean isOne = people.size() == 1;
        add(
                "look for rows of other people",
                people.size() + (isOne ? " person" : " people") + " on the page",
                people.size() > 1
                        ? "the credentials can read the entries of other people"
                        : capabilities.listsOtherPeople()
                                ? "the service shows all people; this page has no rows of other people"
                                : "the credentials see only their owner's entries; use ones that see all entries",
                people.size() > 1 || capabilities.listsOtherPeople() ? Level.OK : Level.WARNING);
    }

    private void total(TimeTracker tracker, TimeEntryQuery day) {
        TotalKind kind = tracker.capabilities().total();
        if (kind == TotalKind.NONE) {
            add("compare the total of a day", "the service reports none", "only its list can be verified", Level.OK);
            return;
        }
        Optional<Duration> listed = listed(tracker, day);
        if (listed.isEmpty()) {
            add("compare the total of a day", "a long list", "not compared, to limit the number of requests", Level.OK);
            return;
        }
        Optional<Duration> total = tracker.total(day);
        if (total.isEmpty()) {
            add("compare the total of a day", "the service reports none for it", "not compared", Level.OK);
            return;
        }
        // Another user may have added an entry between the two requests.
        boolean isSame = total.equals(listed) || total.equals(listed(tracker, day));
        boolean isComparable = kind == TotalKind.BY_LOCAL_DATE;
        add(
                "compare the total of a day",
                total.get().toMinutes() + " min in total, " + listed.get().toMinutes() + " min in the list",
                isSame
                        ? "they agree"
                        : isComparable
                                ? "they differ: the list or the total is incomplete"
                                : "not comparable: the service's days begin at a different offset",
                isSame || !isComparable ? Level.OK : Level.DIFFERENT);
    }

    /** Returns the sum of the list; empty for a long one. */
    private Optional<Duration> listed(TimeTracker tracker, TimeEntryQuery day) {
        int before = recorder.requests();
        Duration listed = Duration.ZERO;
        try (CloseableIterator<TimeEntry> entries = tracker.list(day).iterator()) {
            while (entries.hasNext()) {
                listed = listed.plus(entries.next().workTime().duration());
                if (recorder.requests() - before > MAX_PAGES) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(listed);
    }

    private void failed(HourbridgeException failed) {
        String kind = failed.getClass().getSimpleName().replaceFirst("Exception$", "");
        add(
                "send a request",
                kind + status(),
                failed instanceof AuthenticationException
                        ? "the credentials are rejected"
                        : "see hourbridge help " + failed.help(),
                level.apply(failed));
    }

    private void add(String tried, String result, String meaning, Level level) {
        findings.add(new Finding(side, tried, result, meaning, level));
    }
}
