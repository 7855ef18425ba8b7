package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.RejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

final class PagingTest {
    private static List<Long> ids(Pager<TeamPulseEntry> pager) {
        List<Long> ids = new ArrayList<>();
        pager.forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    private static String order(RecordedRequest request) {
        return String.valueOf(request.getUrl().queryParameter("$orderby"));
    }

    @Test
    void advancesByWhatWasReceivedUntilAnAnswerIsEmpty() {
        try (Wire wire = new Wire()
                .answersEntries(1, 2, 3)
                .answersEntries(4)
                .answersEntries(5, 6)
                .answersEntries()) {
            assertThat(ids(wire.client.timeEntries().list(ODataQuery.all()))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);

            HttpUrl first = wire.request().getUrl();
            assertThat(first.queryParameterNames()).containsExactly("$orderby", "$top");
            assertThat(first.queryParameter("$top")).isEqualTo("100");
            assertThat(wire.parameter("$skip")).isEqualTo("3");
            assertThat(wire.parameter("$skip")).isEqualTo("4");
            assertThat(wire.parameter("$skip")).isEqualTo("6");
            assertThat(wire.requests()).isEqualTo(4);
        }
    }

    @Test
    void neverEndsAListByItsTotal() {
        try (Wire wire =
                new Wire().answersEntriesOf(1, 1, 2).answersEntriesOf(0, 3).answersEntries()) {
            assertThat(ids(wire.client.timeEntries().list(ODataQuery.all()))).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void readsAgainIfATotalThatIsTheWholeListsChanges() {
        try (Wire wire = new Wire()
                .answersEntriesOf(4, 1, 2)
                .answersEntriesOf(3, 4)
                .answersEntriesOf(3, 2, 3)
                .answersEntriesOf(3, 4)
                .answersEntriesOf(3)) {
            assertThat(ids(wire.client.timeEntries().list(ODataQuery.all())))
                    .as("3 is not lost although 1 was deleted meanwhile")
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void throwsIfAListGoesOnChanging() {
        try (Wire wire = new Wire().answersEntriesOf(9, 1).answersEntries()) {
            wire.answersEntriesOf(9, 1).answersEntries().answersEntriesOf(9, 1).answersEntries();
            assertThatThrownBy(() -> ids(wire.client.timeEntries().list(ODataQuery.all())))
                    .isInstanceOf(ListChangedException.class);
        }
    }

    @Test
    void throwsIfAPageRepeats() {
        try (Wire wire = new Wire().answersEntries(1, 2).answersEntries(1, 2)) {
            assertThatThrownBy(() -> ids(wire.client.timeEntries().list(ODataQuery.all())))
                    .isInstanceOf(ListChangedException.class);
        }
    }

    @Test
    void ordersByIdWhereNothingElseIsAskedFor() {
        try (Wire wire = new Wire().answersEntries()) {
            ids(wire.client.timeEntries().list(ODataQuery.all()));
            assertThat(order(wire.request())).isEqualTo("id asc");
        }
    }

    @Test
    void endsAnyOrderInTheIdUnlessItIsThereAlready() {
        assertThat(orderOf(TimeEntryFields.DATE.desc())).isEqualTo("date desc,id asc");
        assertThat(orderOf(TimeEntryFields.DATE.asc().then(TimeEntryFields.ID.desc())))
                .isEqualTo("date asc,id desc");
        assertThat(orderOf(ODataOrder.raw("note"))).isEqualTo("note,id asc");
        assertThat(orderOf(ODataOrder.raw("note, Id  desc"))).isEqualTo("note, Id  desc");
        assertThat(orderOf(TimeEntryFields.USER_ID.asc())).isEqualTo("userId asc,id asc");
    }

    private static String orderOf(ODataOrder order) {
        try (Wire wire = new Wire().answersEntries()) {
            ids(wire.client
                    .timeEntries()
                    .list(ODataQuery.builder().orderBy(order).build()));
            return order(wire.request());
        }
    }

    @Test
    void endsAtTheTopThatIsAskedForOverAllPages() {
        int[] hundred = IntStream.rangeClosed(1, 100).toArray();
        try (Wire wire = new Wire().answersEntries(hundred).answersEntries(101, 102)) {
            ODataQuery query = ODataQuery.builder().top(102).skip(5).build();
            assertThat(ids(wire.client.timeEntries().list(query))).hasSize(102);

            HttpUrl first = wire.request().getUrl();
            assertThat(first.queryParameter("$top")).isEqualTo("100");
            assertThat(first.queryParameter("$skip")).isEqualTo("5");
            HttpUrl second = wire.request().getUrl();
            assertThat(second.queryParameter("$top")).isEqualTo("2");
            assertThat(second.queryParameter("$skip")).isEqualTo("105");
            assertThat(wire.requests()).isEqualTo(2);
        }
    }

    @Test
    void givesNoMoreThanTopEvenIfTheServiceDoes() {
        try (Wire wire = new Wire().answersEntries(1, 2, 3, 4)) {
            assertThat(ids(wire.client
                            .timeEntries()
                            .list(ODataQuery.builder().top(2).build())))
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void goesOnFromThePageThatFailed() {
        try (Wire wire = new Wire()
                .answersEntries(1, 2)
                .answers(400, "{\"Message\":\"no\"}")
                .answersEntries(3)
                .answersEntries()) {
            Pager<TeamPulseEntry> pager = wire.client.timeEntries().list(ODataQuery.all());
            Optional<PageToken> failed = Optional.empty();
            try {
                ids(pager);
            } catch (RejectedException e) {
                failed = ((HourbridgeException) e).pageToken();
            }
            assertThat(failed.orElseThrow().toString()).endsWith("~2");
            assertThat(ids(pager.startingAt(failed.orElseThrow()))).containsExactly(3L);
        }
    }

    @Test
    void refusesATokenOfAnotherList() {
        try (Wire wire = new Wire().answersEntries(1, 2)) {
            Pager<TeamPulseEntry> pager = wire.client.timeEntries().list(ODataQuery.all());
            PageToken token = pager.pages().iterator().next().next().orElseThrow();
            PageToken noNumber = PageToken.parse(token + "x");
            Pager<TeamPulseEntry> another =
                    wire.client.timeEntries().list(ODataQuery.where(TimeEntryFields.USER_ID.eq(5L)));
            assertThatThrownBy(() -> ids(pager.startingAt(noNumber))).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> ids(another.startingAt(token))).isInstanceOf(InvalidInputException.class);
            assertThat(wire.requests()).isOne();
        }
    }

    @Test
    void asksForNothingUntilItIsRead() {
        try (Wire wire = new Wire()) {
            assertThat(wire.client.timeEntries().list(ODataQuery.all())).isNotNull();
            assertThat(wire.requests()).isZero();
        }
    }

    @Test
    void asksForALongListInPartsAndGivesEachRowOnce() {
        try (Wire wire = new Wire()
                .answersEntries(1, 2)
                .answersEntries()
                .answersEntries(2, 3)
                .answersEntries()
                .answersEntries()) {
            List<Long> tasks =
                    IntStream.rangeClosed(1, 45).mapToObj(Long::valueOf).toList();
            ODataFilter filter = TimeEntryFields.TASK_ID.in(tasks).and(TimeEntryFields.USER_ID.eq(7L));

            assertThat(ids(wire.client.timeEntries().list(ODataQuery.where(filter))))
                    .containsExactly(1L, 2L, 3L);

            List<String> filters = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                filters.add(wire.parameter("$filter"));
            }
            assertThat(filters.get(0)).startsWith("(taskId eq 1 or ").endsWith(" or taskId eq 20) and userId eq 7");
            assertThat(filters.get(1)).isEqualTo(filters.get(0));
            assertThat(filters.get(2)).startsWith("(taskId eq 21 or ").endsWith(" or taskId eq 40) and userId eq 7");
            assertThat(filters.get(4))
                    .isEqualTo(
                            "(taskId eq 41 or taskId eq 42 or taskId eq 43 or taskId eq 44 or taskId eq 45) and userId eq 7");
        }
    }

    @Test
    void refusesALongListWithTopOrAsOnePage() {
        try (Wire wire = new Wire()) {
            ODataQuery query = ODataQuery.where(TimeEntryFields.TASK_ID.in(
                    IntStream.rangeClosed(1, 21).mapToObj(Long::valueOf).toList()));
            TeamPulseTimeEntries entries = wire.client.timeEntries();
            assertThatThrownBy(() -> entries.page(query)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> entries.list(query.toBuilder().top(5).build()))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> entries.list(query.toBuilder().skip(5).build()))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void refusesNumbersOutOfBounds() {
        assertThatThrownBy(() -> ODataQuery.builder().top(0).build()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ODataQuery.builder().skip(-1).build()).isInstanceOf(InvalidInputException.class);
    }
}
