package dev.hourbridge.teamwork;

import static dev.hourbridge.teamwork.Payloads.EMPTY;
import static dev.hourbridge.teamwork.Payloads.page;
import static dev.hourbridge.teamwork.Payloads.paging;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.teamwork.TeamworkEntryQuery.BillableType;
import dev.hourbridge.teamwork.TeamworkEntryQuery.InvoicedType;
import dev.hourbridge.teamwork.TeamworkEntryQuery.SortBy;
import dev.hourbridge.teamwork.TeamworkEntryQuery.SortOrder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsWireTest {
    private static final TeamworkEntryQuery ALL = TeamworkEntryQuery.all();

    private final Wire wire = new Wire();
    private final TeamworkTimeEntries entries = wire.client.timeEntries();

    @AfterEach
    void close() {
        wire.close();
    }

    private static List<Long> ids(Pager<TeamworkEntry> pager) {
        return pager.stream().map(TeamworkEntry::id).toList();
    }

    @Test
    void asksForTheLargestPageInAStableOrder() {
        wire.answers(EMPTY);

        assertThat(ids(entries.list(ALL))).isEmpty();

        assertThat(wire.line()).isEqualTo("GET /time_entries.json?sortby=date&sortorder=ASC&pageSize=500&page=1");
    }

    @Test
    void sendsEveryParameterOfTheListOfAllProjects() {
        wire.answers(EMPTY);

        ids(entries.list(
                everything().projectType(ProjectType.ARCHIVED).projectId(7).build()));

        assertThat(wire.line())
                .isEqualTo("GET /time_entries.json?fromdate=20240131&fromtime=08%3A05&todate=20240229&totime=17%3A30"
                        + "&sortby=dateupdated&sortorder=DESC&userId=28726&billableType=nonbillable"
                        + "&invoicedType=noninvoiced&showDeleted=true&tagIds=23%2C445%2C454&taskTagIds=9"
                        + "&updatedAfterDate=20240102030405&pageSize=50&projectType=archived&projectId=7&page=1");
    }

    @Test
    void sendsEveryParameterOfTheListOfAProject() {
        wire.answers(EMPTY);

        ids(entries.listOfProject(42, everything().build()));

        assertThat(wire.line())
                .isEqualTo("GET /projects/42/time_entries.json?fromdate=20240131&fromtime=08%3A05&todate=20240229"
                        + "&totime=17%3A30&sortby=dateupdated&sortorder=DESC&userId=28726&billableType=nonbillable"
                        + "&invoicedType=noninvoiced&showDeleted=true&tagIds=23%2C445%2C454&taskTagIds=9"
                        + "&updatedAfterDate=20240102030405&pageSize=50&page=1");
    }

    private static TeamworkEntryQuery.Builder everything() {
        return TeamworkEntryQuery.builder()
                .fromDate(LocalDate.of(2024, 1, 31))
                .fromTime(LocalTime.of(8, 5))
                .toDate(LocalDate.of(2024, 2, 29))
                .toTime(LocalTime.of(17, 30))
                .sortBy(SortBy.DATE_UPDATED)
                .sortOrder(SortOrder.DESC)
                .userId(28726)
                .billableType(BillableType.NON_BILLABLE)
                .invoicedType(InvoicedType.NON_INVOICED)
                .showDeleted(true)
                .tagIds(List.of(23L, 445L, 454L))
                .taskTagIds(List.of(9L))
                .updatedAfterDate(LocalDateTime.of(2024, 1, 2, 3, 4, 5))
                .pageSize(50);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE,date",
        "USER,user",
        "TASK,task",
        "TASKLIST,tasklist",
        "PROJECT,project",
        "COMPANY,company",
        "DATE_UPDATED,dateupdated"
    })
    void spellsEverySortAsDocumented(SortBy sort, String wireName) {
        wire.answers(EMPTY);

        ids(entries.list(TeamworkEntryQuery.builder().sortBy(sort).build()));

        assertThat(wire.line()).contains("sortby=" + wireName + "&");
    }

    @Test
    void spellsTheOtherChoicesAsDocumented() {
        wire.answers(EMPTY).answers(EMPTY);

        ids(entries.list(TeamworkEntryQuery.builder()
                .billableType(BillableType.BILLABLE)
                .invoicedType(InvoicedType.INVOICED)
                .projectType(ProjectType.ALL)
                .showDeleted(false)
                .build()));
        ids(entries.list(
                TeamworkEntryQuery.builder().projectType(ProjectType.ACTIVE).build()));

        assertThat(wire.line())
                .contains("billableType=billable&invoicedType=invoiced&showDeleted=false", "projectType=all");
        assertThat(wire.line()).contains("projectType=active");
    }

    @Test
    void sendsNoParametersToTheListOfATask() {
        wire.answers(page(1, 2));

        assertThat(ids(entries.listOfTask(77))).containsExactly(1L, 2L);

        assertThat(wire.line()).isEqualTo("GET /todo_items/77/time_entries.json");
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void readsOnIfATasksListAnnouncesMorePages() {
        wire.answers(page(1), paging(1, 2, 2)).answers(page(2), paging(2, 2, 2));

        assertThat(ids(entries.listOfTask(77))).containsExactly(1L, 2L);

        assertThat(wire.line()).isEqualTo("GET /todo_items/77/time_entries.json");
        assertThat(wire.line()).isEqualTo("GET /todo_items/77/time_entries.json?page=2");
    }

    @Test
    void trustsTheAnnouncedPagesAndNotTheirLength() {
        wire.answers(page(1), paging(1, 3, 4))
                .answers(page(2, 3), paging(2, 3, 4))
                .answers(page(4), paging(3, 3, 4));

        assertThat(ids(entries.list(ALL))).containsExactly(1L, 2L, 3L, 4L);

        assertThat(wire.requests()).isEqualTo(3);
        wire.request();
        assertThat(wire.line()).endsWith("&page=2");
        assertThat(wire.line()).endsWith("&page=3");
    }

    @Test
    void readsPagingHeadersInAnyCase() {
        wire.answers(page(1), "x-pages: 2", "x-records: 2").answers(page(2), "x-pages: 2", "x-records: 2");

        assertThat(ids(entries.list(ALL))).containsExactly(1L, 2L);
    }

    @Test
    void readsAListWithoutHeadersUntilAnEmptyPage() {
        wire.answers(page(1, 2)).answers(page(3)).answers(EMPTY);

        List<Page<TeamworkEntry>> pages = new ArrayList<>();
        entries.list(ALL).pages().forEach(pages::add);

        assertThat(pages).hasSize(3).allSatisfy(page -> assertThat(page.total()).isEmpty());
        assertThat(pages.stream().flatMap(page -> page.items().stream()))
                .extracting(TeamworkEntry::id)
                .containsExactly(1L, 2L, 3L);
        assertThat(wire.requests()).isEqualTo(3);
    }

    @Test
    void endsWithoutAnEmptyPageWhereTheRecordsAloneAreAnnounced() {
        wire.answers(page(1, 2), "X-Records: 2");

        assertThat(ids(entries.list(ALL))).containsExactly(1L, 2L);
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void readsOnWhereTheRecordsAloneAreAnnouncedAndNotRead() {
        wire.answers(page(1, 2), "X-Records: 3")
                .answers(page(3), "X-Records: 3")
                .answers(EMPTY, "X-Records: 3");

        assertThat(ids(entries.list(ALL))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void refusesAPageThatComesAgainWithoutHeaders() {
        wire.answers(page(1, 2)).answers(page(1, 2));

        assertThatThrownBy(() -> ids(entries.list(ALL))).isInstanceOf(ListChangedException.class);
    }

    @Test
    void takesAnEmptyHeaderForNone() {
        wire.answers(page(1), "X-Pages: ").answers(EMPTY);

        assertThat(ids(entries.list(ALL))).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "-1", "99999999999999999999999"})
    void refusesAHeaderThatIsNoNumberSinceMorePagesMayFollow(String pages) {
        wire.answers(page(1), "X-Pages: " + pages);

        assertThatThrownBy(() -> ids(entries.list(ALL))).isInstanceOf(MalformedResponseException.class);
    }

    /** A token of the list with another page's number in it. */
    private PageToken token(String page) {
        wire.answers(page(1), paging(1, 2, 2));
        PageToken second = entries.list(ALL).pages().iterator().next().next().orElseThrow();
        assertThat(second.toString()).endsWith("~2");
        return PageToken.parse(second.toString().replaceAll("2$", page));
    }

    @Test
    void takesAListThatEndsAtTheCapForOneThatWasCutOff() {
        PageToken hundredth = token("100");
        wire.answers(page(LongStream.rangeClosed(49_501, 50_000).toArray()), "X-Pages: 100");

        assertThatThrownBy(() -> ids(entries.list(ALL).startingAt(hundredth))).isInstanceOf(ListTooLongException.class);
    }

    @Test
    void givesTheAnnouncedTotal() {
        wire.answers(page(1), paging(1, 1, 1));

        assertThat(entries.list(ALL).pages().iterator().next().total()).hasValue(1);
    }

    @Test
    void requestsNothingBeforeItIsRead() {
        entries.list(ALL);

        assertThat(wire.requests()).isZero();
    }

    @Test
    void readsAgainIfTheTotalChanges() {
        wire.answers(page(1), paging(1, 2, 2))
                .answers(page(2), paging(2, 3, 3))
                .answers(page(1), paging(1, 3, 3))
                .answers(page(2), paging(2, 3, 3))
                .answers(page(3), paging(3, 3, 3));

        assertThat(ids(entries.list(ALL))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void complainsIfAPageComesTwice() {
        wire.answers(page(1), paging(1, 2, 2)).answers(page(1), paging(2, 2, 2));

        assertThatThrownBy(() -> ids(entries.list(ALL))).isInstanceOf(ListChangedException.class);
    }

    @Test
    void complainsIfFewerEntriesComeThanAnnounced() {
        for (int i = 0; i < 3; i++) {
            wire.answers(page(1), paging(1, 1, 2));
        }

        assertThatThrownBy(() -> ids(entries.list(ALL))).isInstanceOf(ListChangedException.class);
        assertThat(wire.requests()).isEqualTo(3);
    }

    @Test
    void goesOnFromTheTokenOfAFailedPage() {
        wire.answers(page(1), paging(1, 2, 2));
        for (int i = 0; i < 5; i++) {
            wire.answers(500, "{\"MESSAGE\":\"oops\"}");
        }
        List<Long> read = new ArrayList<>();
        assertThatThrownBy(() -> entries.list(ALL).forEach(entry -> read.add(entry.id())))
                .isInstanceOfSatisfying(ServerException.class, e -> {
                    assertThat(e.pageToken().orElseThrow().toString()).endsWith("~2");
                    wire.answers(page(2), paging(2, 2, 2));
                    read.addAll(ids(entries.list(ALL)
                            .startingAt(
                                    PageToken.parse(e.pageToken().orElseThrow().toString()))));
                });

        assertThat(read).containsExactly(1L, 2L);
    }

    @Test
    void asksForPagesAheadInOrder() {
        wire.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                int page = Integer.parseInt(request.getTarget().replaceAll(".*page=", ""));
                MockResponse.Builder response =
                        new MockResponse.Builder().setHeader("Content-Type", "application/json");
                for (String header : paging(page, 9, 18)) {
                    response.addHeader(header);
                }
                return response.body(page(page * 2L - 1, page * 2L)).build();
            }
        });

        assertThat(ids(entries.list(ALL).prefetch(4)))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L);
        assertThat(wire.requests()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.5", "9999999999", "1;2"})
    void refusesATokenThatIsNoPage(String page) {
        PageToken token = token(page);
        assertThatThrownBy(() -> ids(entries.list(ALL).startingAt(token))).isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isOne();
    }

    @Test
    void refusesATokenOfAnotherQuery() {
        PageToken token = token("2");
        TeamworkEntryQuery june =
                ALL.toBuilder().fromDate(LocalDate.of(2024, 6, 1)).build();
        assertThatThrownBy(() -> ids(entries.list(june).startingAt(token))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ids(entries.listOfTask(5).startingAt(token)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isOne();
    }

    @Test
    void refusesWhatCannotBeAsked() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertThatThrownBy(() ->
                        TeamworkEntryQuery.builder().fromTime(LocalTime.NOON).build())
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("fromTime"));
        assertThatThrownBy(() ->
                        TeamworkEntryQuery.builder().toTime(LocalTime.NOON).build())
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("toTime"));
        assertThatThrownBy(() -> TeamworkEntryQuery.builder()
                        .toDate(day)
                        .toTime(LocalTime.of(1, 2, 3))
                        .build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TeamworkEntryQuery.builder()
                        .fromDate(LocalDate.of(10000, 1, 1))
                        .build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TeamworkEntryQuery.builder().pageSize(501).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TeamworkEntryQuery.builder().pageSize(0).build())
                .isInstanceOf(InvalidInputException.class);
        TeamworkEntryQuery archived =
                TeamworkEntryQuery.builder().projectType(ProjectType.ALL).build();
        assertThatThrownBy(() -> entries.listOfProject(1, archived)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> entries.listOfProject(0, ALL)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> entries.listOfTask(-1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> entries.get(0)).isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }
}
