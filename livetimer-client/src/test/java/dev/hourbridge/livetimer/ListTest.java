package dev.hourbridge.livetimer;

import static dev.hourbridge.livetimer.Wire.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows, filters, and what is cut from the answer. */
class ListTest {
    private final Wire wire = new Wire();
    private final LiveTimerTimeEntries entries = wire.client.timeEntries();

    @AfterEach
    void end() {
        wire.close();
    }

    /** A page of entries with the ids from first to last. */
    private static String page(String attributes, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> "<time-entry><id type=\"integer\">" + id + "</id>"
                        + "<start-date type=\"date\">2008-01-08</start-date>"
                        + "<duration type=\"integer\">10</duration><user-id type=\"integer\">25</user-id>"
                        + "<project-id type=\"integer\">" + (id % 3) + "</project-id></time-entry>")
                .collect(Collectors.joining("", "<time-entries " + attributes + ">", "</time-entries>"));
    }

    private List<Long> ids() {
        return entries.list(LiveTimerFilter.all()).stream()
                .map(LiveTimerEntry::id)
                .toList();
    }

    private String query() {
        HttpUrl url = wire.taken().getUrl();
        return String.valueOf(url == null ? null : url.query());
    }

    @Test
    void readsTheDocumentedList() {
        wire.answer(200, fixture("documented/list.xml"));

        List<LiveTimerEntry> found =
                entries.list(LiveTimerFilter.all()).stream().toList();

        assertThat(found).extracting(LiveTimerEntry::id).containsExactly(3864L, 3865L);
        assertThat(found.get(1).note()).isEqualTo("Phone call from June.");
        assertThat(wire.taken().getTarget()).isEqualTo("/time_entries.xml?start=1&end=50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<time-entries total=\"0\" end=\"0\" start=\"0\"/>",
                "<time-entries total=\"0\" end=\"0\" start=\"1\"></time-entries>",
                "<time-entries total=\"0\"/>",
                "<time-entries type=\"array\"/>",
                "<nil-classes type=\"array\"/>"
            })
    void readsAnEmptyListInEveryForm(String xml) {
        wire.answer(200, xml);

        assertThat(ids()).isEmpty();
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void goesOnAfterTheEndThatTheAnswerNamesUntilTheTotal() {
        wire.answer(200, page("total=\"75\" end=\"30\" start=\"1\"", 1, 30));
        wire.answer(200, page("total=\"75\" end=\"60\" start=\"31\"", 31, 60));
        wire.answer(200, page("total=\"75\" end=\"75\" start=\"61\"", 61, 75));

        assertThat(ids()).hasSize(75).doesNotHaveDuplicates();
        assertThat(query()).isEqualTo("start=1&end=50");
        assertThat(query()).isEqualTo("start=31&end=80");
        assertThat(query()).isEqualTo("start=61&end=110");
    }

    @Test
    void takesAnEndBeyondTheTotalAsTheTotal() {
        wire.answer(200, page("total=\"3\" end=\"50\" start=\"1\"", 1, 3));

        assertThat(ids()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void countsItselfWhereTheAnswerNamesOnlyTheTotal() {
        wire.answer(200, page("total=\"51\"", 1, 50));
        wire.answer(200, page("total=\"51\"", 51, 51));

        assertThat(ids()).hasSize(51);
    }

    @Test
    void readsUntilAnEmptyPageWhereThereIsNoTotal() {
        wire.answer(200, page("type=\"array\"", 1, 25));
        wire.answer(200, page("type=\"array\"", 26, 30));
        wire.answer(200, "<nil-classes type=\"array\"/>");

        assertThat(ids()).hasSize(30);
        query();
        assertThat(query()).isEqualTo("start=26&end=75");
        assertThat(query()).isEqualTo("start=31&end=80");
    }

    @Test
    void goesOnAfterAFullLastPageWhereThereIsNoTotal() {
        wire.answer(200, page("type=\"array\"", 1, 50));
        wire.answer(200, "<nil-classes type=\"array\"/>");

        assertThat(ids()).hasSize(50);
    }

    @Test
    void refusesAServiceThatRepeatsThePageWhateverIsAskedFor() {
        wire.answer(200, page("type=\"array\"", 1, 50));
        wire.answer(200, page("type=\"array\"", 1, 50));

        assertThatThrownBy(this::ids).isInstanceOf(ListChangedException.class);
    }

    @Test
    void readsAgainWhenTheTotalChanges() {
        wire.answer(200, page("total=\"60\" end=\"50\" start=\"1\"", 1, 50));
        wire.answer(200, page("total=\"61\" end=\"61\" start=\"51\"", 51, 61));
        wire.answer(200, page("total=\"61\" end=\"50\" start=\"1\"", 1, 50));
        wire.answer(200, page("total=\"61\" end=\"61\" start=\"51\"", 51, 61));

        assertThat(ids()).hasSize(61).doesNotHaveDuplicates();
    }

    @Test
    void throwsWhenThereAreFewerEntriesThanAnnounced() {
        for (int i = 0; i < 3; i++) {
            wire.answer(200, page("total=\"4\" end=\"4\"", 1, 3));
        }

        assertThatThrownBy(this::ids).isInstanceOf(ListChangedException.class);
    }

    @Test
    void refusesAPageThatIsShorterThanItsNumbersSay() {
        wire.answer(200, page("total=\"100\" end=\"50\" start=\"1\"", 1, 49));

        assertThatThrownBy(this::ids)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("than its start and end state");
    }

    @Test
    void resumesWhereAPageFailed() {
        wire.answer(200, page("total=\"60\" end=\"50\" start=\"1\"", 1, 50));
        wire.answer(200, "<html/>");
        wire.answer(200, page("total=\"60\" end=\"60\" start=\"51\"", 51, 60));

        MalformedResponseException failure =
                org.assertj.core.api.Assertions.catchThrowableOfType(MalformedResponseException.class, this::ids);
        PageToken token = PageToken.parse(failure.pageToken().orElseThrow().toString());

        assertThat(entries.list(LiveTimerFilter.all()).startingAt(token))
                .extracting(LiveTimerEntry::id)
                .first()
                .isEqualTo(51L);
    }

    @Test
    void refusesATokenOfAnotherList() {
        wire.answer(200, page("total=\"60\" end=\"50\" start=\"1\"", 1, 50));
        PageToken token = entries.list(LiveTimerFilter.all())
                .pages()
                .iterator()
                .next()
                .next()
                .orElseThrow();
        PageToken noNumber = PageToken.parse(token + "x");
        assertThatThrownBy(() -> entries.list(LiveTimerFilter.all()).startingAt(noNumber).stream()
                        .count())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () -> entries.list(LiveTimerFilter.all(), Include.TASKS).startingAt(token))
                .isInstanceOf(InvalidInputException.class);
        assertThat(wire.server.getRequestCount()).isOne();
    }

    @Test
    void asksAheadByTheSizeOfThePagesThatCome() {
        wire.answer(200, page("total=\"3\" end=\"2\" start=\"1\"", 1, 2));
        wire.answer(200, page("total=\"3\" end=\"3\" start=\"3\"", 3, 3));

        assertThat(entries.list(LiveTimerFilter.all()).prefetch(4)).hasSize(3);
        assertThat(wire.server.getRequestCount()).isEqualTo(2);
        query();
        assertThat(query()).isEqualTo("start=3&end=52");
    }

    @Test
    void readsAWindowOfOnesOwn() {
        wire.answer(200, page("total=\"60\" end=\"4\" start=\"2\"", 2, 4));

        Page<LiveTimerEntry> window = entries.window(LiveTimerFilter.all(), 2, 4, Include.TASKS, Include.USERS);

        assertThat(window.items()).hasSize(3);
        assertThat(window.total()).hasValue(60);
        assertThat(window.next().orElseThrow().toString()).endsWith("~5");
        assertThat(entries.list(LiveTimerFilter.all(), Include.TASKS, Include.USERS)
                        .startingAt(window.next().orElseThrow()))
                .isNotNull();
        assertThat(query()).isEqualTo("include=tasks,users&start=2&end=4");
        assertThatThrownBy(() -> entries.window(LiveTimerFilter.all(), 0, 4)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> entries.window(LiveTimerFilter.all(), 5, 4)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sendsEveryFilterWithEveryKeyword() {
        wire.answer(200, "<time-entries total=\"0\"/>");
        LiveTimerFilter filter = LiveTimerFilter.builder()
                .users(UserTerm.ME, UserTerm.ACTIVE, UserTerm.INACTIVE, UserTerm.id(25))
                .clients(ItemTerm.NONE, ItemTerm.ACTIVE, ItemTerm.INACTIVE, ItemTerm.id(1))
                .projects(
                        AssignableTerm.NONE,
                        AssignableTerm.ACTIVE,
                        AssignableTerm.INACTIVE,
                        AssignableTerm.MY_ASSIGNMENTS,
                        AssignableTerm.MY_ACTIVE_ASSIGNMENTS,
                        AssignableTerm.MY_INACTIVE_ASSIGNMENTS,
                        AssignableTerm.id(29))
                .tasks(ItemTerm.NONE, ItemTerm.id(40))
                .activities(AssignableTerm.MY_ASSIGNMENTS, AssignableTerm.id(16))
                .startDate(LocalDate.of(2008, 1, 1))
                .endDate(LocalDate.of(2008, 12, 31))
                .utcOffset(ZoneOffset.ofHours(-5))
                .build();

        assertThat(entries.list(filter)).isEmpty();

        assertThat(query())
                .isEqualTo("users=me,active,inactive,25&clients=none,active,inactive,1"
                        + "&projects=none,active,inactive,my_assignments,my_active_assignments,my_inactive_assignments,29"
                        + "&tasks=none,40&activities=my_assignments,16"
                        + "&start_date=20080101&end_date=20081231&utc_offset=-300&start=1&end=50");
    }

    @Test
    void refusesFiltersThatCannotBeRight() {
        LiveTimerFilter.Builder filter = LiveTimerFilter.builder();
        assertThatThrownBy(() -> UserTerm.id(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LiveTimerFilter.builder()
                        .startDate(LocalDate.of(2008, 1, 2))
                        .endDate(LocalDate.of(2008, 1, 1))
                        .build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LiveTimerFilter.builder()
                        .startDate(LocalDate.of(10000, 1, 1))
                        .build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () -> filter.utcOffset(ZoneOffset.ofTotalSeconds(1172)).build())
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void asksWiderThanTheQueryAndCuts() {
        wire.answer(200, page("total=\"6\" end=\"6\" start=\"1\"", 1, 6));
        TimeEntryQuery query = TimeEntryQuery.builder()
                .firstDay(LocalDate.of(2008, 1, 8))
                .lastDay(LocalDate.of(2008, 1, 8))
                .person(PersonRef.of(wire.client.account(), "25"))
                .project(ProjectRef.of(wire.client.account(), "2"))
                .build();

        List<TimeEntry> found = wire.client.list(query).stream().toList();

        assertThat(found).extracting(entry -> entry.id().id()).containsExactly("2", "5");
        assertThat(query())
                .isEqualTo("users=25&projects=2,none&start_date=20080107&end_date=20080110&utc_offset=0"
                        + "&include=users,activities,clients,projects,tasks&start=1&end=50");
    }

    @Test
    void keepsAnEntryToTheDayOfItsOwnOffset() {
        String entry = "<time-entry><id>%d</id><start-time>%s</start-time><end-time>%s</end-time></time-entry>";
        wire.answer(
                200,
                "<time-entries total=\"3\">"
                        + entry.formatted(1, "2008-01-08T23:30:00-11:00", "2008-01-09T00:30:00-11:00")
                        + entry.formatted(2, "2008-01-09T00:30:00+13:00", "2008-01-09T01:30:00+13:00")
                        + entry.formatted(3, "2008-01-08T00:00:00+13:00", "2008-01-08T01:00:00+13:00")
                        + "</time-entries>");
        LocalDate day = LocalDate.of(2008, 1, 8);

        assertThat(wire.client.list(TimeEntryQuery.between(day, day)))
                .extracting(TimeEntry::workTime)
                .extracting(WorkTime::localDate)
                .containsExactly(day, day);
    }

    @Test
    void asksForATaskByTheTask() {
        wire.answer(200, "<time-entries total=\"0\"/>");

        assertThat(wire.client.list(TimeEntryQuery.builder()
                        .task(TaskRef.of(wire.client.account(), "41"))
                        .build()))
                .isEmpty();
        assertThat(query()).startsWith("tasks=41&include=").doesNotContain("utc_offset");
    }

    @Test
    void refusesReferencesOfAnotherAccountBeforeAnyRequest() {
        dev.hourbridge.model.Account other =
                dev.hourbridge.model.Account.of(LiveTimerClient.SERVICE, "other.livetimer.com");

        assertThatThrownBy(() -> wire.client.list(TimeEntryQuery.builder()
                        .project(ProjectRef.of(other, "1"))
                        .build()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> wire.client.list(TimeEntryQuery.builder()
                        .person(PersonRef.of(wire.client.account(), "walter"))
                        .build()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> wire.client.list(TimeEntryQuery.between(LocalDate.MIN, LocalDate.of(2008, 1, 1))))
                .isInstanceOf(InvalidInputException.class);
        assertThat(wire.server.getRequestCount()).isZero();
    }
}
