package dev.hourbridge.teamwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.RejectedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalsTest {
    private static final String QUERY =
            "?userId=0&fromDate=20240101&fromTime=09%3A00&toDate=20240131&toTime=17%3A30&projectType=active";

    private final Wire wire = new Wire();
    private final Totals totals = wire.client.totals();

    @AfterEach
    void close() {
        wire.close();
    }

    private static TotalsQuery.Builder everything() {
        return TotalsQuery.builder()
                .fromDate(LocalDate.of(2024, 1, 1))
                .fromTime(LocalTime.of(9, 0))
                .toDate(LocalDate.of(2024, 1, 31))
                .toTime(LocalTime.of(17, 30))
                .projectType(ProjectType.ACTIVE);
    }

    @Test
    void readsTheDocumentedTotalOfTheAccount() {
        wire.answers(Wire.fixture("documented/total-account.json"));

        TimeTotals total = totals.ofAccount(everything().userId(0).build());

        assertThat(wire.line()).isEqualTo("GET /time/total.json" + QUERY);
        assertThat(total.totalMinutes()).isEqualTo(25);
        assertThat(total.totalHours()).isEqualTo(new BigDecimal("0.42"));
        assertThat(total.billableMinutes()).isEqualTo(25);
        assertThat(total.billableHours()).isEqualTo(new BigDecimal("0.42"));
        assertThat(total.nonBillableMinutes()).isEqualTo(25);
        assertThat(total.nonBillableHours()).isEqualTo(new BigDecimal("0.42"));
        assertThat(total.billedMinutes()).isZero();
        assertThat(total.billedHours()).isEqualTo(new BigDecimal("0.00"));
        assertThat(total.nonBilledMinutes()).isEqualTo(25);
        assertThat(total.nonBilledHours()).isEqualTo(new BigDecimal("0.42"));
    }

    @Test
    void readsTheDocumentedTotalOfAProject() {
        wire.answers(Wire.fixture("documented/total-project.json"));

        ProjectTotal total =
                totals.ofProject(1049, everything().userId(0).build()).orElseThrow();

        assertThat(wire.line()).isEqualTo("GET /projects/1049/time/total.json" + QUERY);
        assertThat(total.company().orElseThrow().name()).isEqualTo("Digital Crew");
        assertThat(total.company().orElseThrow().id()).hasValue(47);
        assertThat(total.project().id()).hasValue(1049);
        assertThat(total.project().name()).isEqualTo("Time Logging Project");
        assertThat(total.timeTotals().totalMinutes()).isEqualTo(754);
        assertThat(total.timeTotals().nonBilledMinutes()).isEqualTo(752);
        TimeEstimates estimates = total.timeEstimates().orElseThrow();
        assertThat(estimates.totalMinutes()).isEqualTo(130);
        assertThat(estimates.totalHours()).isEqualTo(new BigDecimal("2.17"));
        assertThat(estimates.activeMinutes()).isEqualTo(105);
        assertThat(estimates.activeHours()).isEqualTo(new BigDecimal("1.75"));
        assertThat(estimates.completedMinutes()).isEqualTo(25);
        assertThat(estimates.completedHours()).isEqualTo(new BigDecimal("0.42"));
        assertThat(total.unknownFields()).isEmpty();
    }

    @Test
    void readsTheDocumentedTotalOfATaskList() {
        wire.answers(Wire.fixture("documented/total-tasklist.json"));

        TasklistTotal total =
                totals.ofTasklist(1027, everything().userId(0).build()).orElseThrow();

        assertThat(wire.line()).isEqualTo("GET /tasklists/1027/time/total.json" + QUERY);
        assertThat(total.company().orElseThrow().id()).hasValue(47);
        assertThat(total.project().id()).hasValue(1049);
        assertThat(total.tasklist().id()).hasValue(1027);
        assertThat(total.tasklist().name()).isEqualTo("Time Rollup");
        assertThat(total.timeTotals().totalMinutes()).isEqualTo(140);
        assertThat(total.timeEstimates().orElseThrow().activeMinutes()).isEqualTo(105);
    }

    @Test
    void readsTheDocumentedTotalOfATask() {
        wire.answers(Wire.fixture("documented/total-task.json"));

        TaskTotal total = totals.ofTask(7641, everything().userId(0).build()).orElseThrow();

        assertThat(wire.line()).isEqualTo("GET /tasks/7641/time/total.json" + QUERY);
        assertThat(total.company().orElseThrow().id()).hasValue(47);
        assertThat(total.project().id()).hasValue(1049);
        assertThat(total.tasklist().name()).isEqualTo("Time Rollup");
        assertThat(total.tasklist().id()).hasValue(1027);
        assertThat(total.task().id()).hasValue(7641);
        assertThat(total.task().name()).isEqualTo("Some specific task");
        assertThat(total.timeTotals().totalMinutes()).isEqualTo(25);
        assertThat(total.timeEstimates().orElseThrow().totalMinutes()).isZero();
    }

    @Test
    void readsTheDocumentedTotalsPerProject() {
        wire.answers(Wire.fixture("documented/totals-per-project.json"));

        List<ProjectMinutes> read =
                totals.perProject(everything().pageSize(100).build()).stream().toList();

        assertThat(wire.line())
                .isEqualTo("GET /projects/time/total.json?fromDate=20240101&fromTime=09%3A00&toDate=20240131"
                        + "&toTime=17%3A30&projectType=active&pageSize=100&page=1");
        assertThat(read).extracting(ProjectMinutes::totalMinutes).containsExactly(30L, 450L, 7291L);
        assertThat(read).extracting(ProjectMinutes::totalBillableMinutes).containsExactly(30L, 445L, 7291L);
        assertThat(read).extracting(ProjectMinutes::totalNonBillableMinutes).containsExactly(0L, 5L, 0L);
        assertThat(read.get(1).project().id()).hasValue(41686);
        assertThat(read.get(1).project().name()).isEqualTo("another project name");
        assertThat(read.get(1).company().orElseThrow().id()).hasValue(23456);
    }

    @Test
    void readsTotalsPerProjectPageByPage() {
        wire.answers(perProject(1), "X-Pages: 2").answers(perProject(2), "X-Pages: 2");

        assertThat(totals.perProject(TotalsQuery.all()).stream())
                .extracting(total -> total.project().id().orElse(0))
                .containsExactly(1L, 2L);
        assertThat(wire.line()).isEqualTo("GET /projects/time/total.json?page=1");
        assertThat(wire.line()).isEqualTo("GET /projects/time/total.json?page=2");
    }

    @Test
    void asksForMoreAfterAFullPageWithoutHeaders() {
        wire.answers(perProject(1)).answers(perProject(2)).answers("{\"projects\":[]}");

        assertThat(totals.perProject(TotalsQuery.builder().pageSize(1).build())).hasSize(2);
    }

    private static String perProject(int id) {
        return "{\"projects\":[{\"id\":\"" + id + "\",\"name\":\"p\",\"totalMins\":\"1\",\"totalBillableMins\":\"0\","
                + "\"totalNonBillableMins\":\"1\"}],\"STATUS\":\"OK\"}";
    }

    @Test
    void keepsWhatNewerAnswersAdd() {
        wire.answers(Wire.fixture("recorded/total-account.json"))
                .answers(Wire.fixture("recorded/total-project.json"))
                .answers(Wire.fixture("recorded/totals-per-project.json"));

        assertThat(totals.ofAccount(TotalsQuery.all()).nonBilledMinutes()).isZero();
        ProjectTotal project = totals.ofProject(967518, TotalsQuery.all()).orElseThrow();
        assertThat(project.timeTotals().unknownFields()).containsEntry("filtered-estimated-hours-sum", "0.00");
        assertThat(project.timeEstimates().orElseThrow().unknownFields())
                .containsOnlyKeys("filtered-estimated-mins-sum", "filtered-estimated-hours-sum");
        assertThat(project.unknownFields())
                .containsOnlyKeys("totalWithTimeLoggedEstimatedMins", "totalWithTimeLoggedEstimatedDecimal");
        ProjectMinutes minutes =
                totals.perProject(TotalsQuery.all()).stream().findFirst().orElseThrow();
        assertThat(minutes.unknownFields()).hasSize(8).containsEntry("totalHours", "26.67");
    }

    @Test
    void saysThatThereIsNoTotal() {
        wire.answers("{\"projects\":[],\"STATUS\":\"OK\"}").answers("{\"projects\":[],\"STATUS\":\"OK\"}");

        assertThat(totals.ofProject(1, TotalsQuery.all())).isEmpty();
        assertThat(totals.perProject(TotalsQuery.all())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"time-totals\":{}}",
                "{\"time-totals\":[]}",
                "{\"time-totals\":{\"total-mins-sum\":\"25.5\"}}",
                "{\"time-totals\":{\"total-mins-sum\":\"many\"}}"
            })
    void takesNothingForATotalThatIsNone(String body) {
        wire.answers(body);

        assertThatThrownBy(() -> totals.ofAccount(TotalsQuery.all())).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void refusesATotalOfTheWrongLevel() {
        for (int i = 0; i < 2; i++) {
            wire.answers(Wire.fixture("documented/total-project.json"));
        }
        wire.answers(Wire.fixture("documented/total-tasklist.json"));

        assertThatThrownBy(() -> totals.ofTasklist(1, TotalsQuery.all()))
                .isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> totals.ofTask(1, TotalsQuery.all())).isInstanceOf(MalformedResponseException.class);
        assertThatThrownBy(() -> totals.ofTask(1, TotalsQuery.all())).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void takesAStatusThatIsNotOkForAFailure() {
        wire.answers("{\"STATUS\":\"Error\",\"MESSAGE\":\"No\"}");

        assertThatThrownBy(() -> totals.ofAccount(TotalsQuery.all()))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.outcome()).isEmpty());
    }

    @Test
    void refusesWhatCannotBeAsked() {
        TotalsQuery paged = TotalsQuery.builder().pageSize(10).build();
        TotalsQuery personal = TotalsQuery.builder().userId(1).build();

        assertThatThrownBy(() -> totals.ofAccount(paged)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> totals.perProject(personal)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> totals.ofTask(0, TotalsQuery.all())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TotalsQuery.builder().fromTime(LocalTime.NOON).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TotalsQuery.builder().toTime(LocalTime.NOON).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TotalsQuery.builder().pageSize(501).build()).isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }
}
