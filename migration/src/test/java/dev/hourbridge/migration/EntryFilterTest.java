package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.migration.internal.mapping.FilterText;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pilot run of some entries, and the later run of all. */
class EntryFilterTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    Path directory;

    private World world;

    @BeforeEach
    void start() {
        world = new World(Profiles.TEAMWORK, Profiles.CODEBASE, directory);
        add("plain", entry -> entry.billable(Billable.NO));
        add("other person", entry -> entry.person(world.from.person("2")).billable(Billable.NO));
        add("other project", entry -> entry.project(world.from.project("11")).billable(Billable.NO));
        add("billable", entry -> entry.billable(Billable.YES));
        add("invoiced", entry -> entry.billable(Billable.YES).invoice(Invoice.numbered("9")));
        add("unspecified", entry -> entry.billable(Billable.UNSPECIFIED));
    }

    private void add(String note, UnaryOperator<TimeEntry.Builder> change) {
        world.from.add(change.apply(world.entry(2, DAY, 30, note).toBuilder()).build());
    }

    private Migration migration(EntryFilter filter) {
        return world.builder().filter(filter).build();
    }

    private List<String> sent(EntryFilter filter) {
        try (Migration migration = migration(filter)) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.outcome()).as("%s", plan.unmapped()).isEqualTo(Outcome.DONE);
            assertThat(plan.filter()).isEqualTo(filter);
            assertThat(plan.entries() + plan.filteredEntries()).isEqualTo(6);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().source().isUnchanged()).isTrue();
        }
        return world.to.rows().stream().map(TimeEntry::note).toList();
    }

    @Test
    void sendsOnePerson() {
        assertThat(sent(EntryFilter.builder().people(Set.of("2")).build())).containsExactly("other person");
    }

    @Test
    void sendsOneProject() {
        assertThat(sent(EntryFilter.builder().projects(Set.of("11")).build())).containsExactly("other project");
    }

    @Test
    void sendsWhatIsBillableAndNotInvoiced() {
        assertThat(sent(EntryFilter.builder().billable(true).invoiced(false).build()))
                .containsExactly("billable");
    }

    @Test
    void sendsWhatIsStatedAsNotBillable() {
        assertThat(sent(EntryFilter.builder().billable(false).build()))
                .containsExactlyInAnyOrder("plain", "other person", "other project");
    }

    @Test
    void mayWidenOnALaterPlanAndSendsTheRestThen() {
        assertThat(sent(EntryFilter.builder().people(Set.of("2")).build())).hasSize(1);
        assertThat(sent(EntryFilter.builder().people(Set.of("1", "2")).build())).hasSize(6);
        assertThat(sent(EntryFilter.all())).hasSize(6);
        assertThat(world.target.posts).hasValue(6);
    }

    @Test
    void mayNotBecomeNarrower() {
        EntryFilter wide = EntryFilter.builder().people(Set.of("1", "2")).build();
        assertThat(sent(wide)).hasSize(6);
        for (EntryFilter narrow : List.of(
                EntryFilter.builder().people(Set.of("1")).build(),
                EntryFilter.builder().people(Set.of("1", "3")).build(),
                EntryFilter.builder().people(Set.of("1", "2")).billable(true).build(),
                EntryFilter.builder().projects(Set.of("10")).build())) {
            try (Migration migration = migration(narrow)) {
                assertThatThrownBy(migration::plan)
                        .isInstanceOfSatisfying(
                                LedgerException.class,
                                refused -> assertThat(refused.problem()).isEqualTo(LedgerException.Problem.MISMATCH))
                        .hasMessageContaining("narrower");
            }
        }
        assertThat(sent(wide)).hasSize(6);
    }

    @Test
    void isPartOfThePlanThatApplyCarriesOut() {
        try (Migration migration =
                migration(EntryFilter.builder().people(Set.of("2")).build())) {
            migration.plan();
        }
        try (Migration migration = migration(EntryFilter.all())) {
            assertThatThrownBy(migration::apply).isInstanceOf(LedgerException.class);
        }
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void refusesAFieldThatTheSourceDoesNotHave() {
        world = new World(Profiles.TEAMPULSE, Profiles.LIVETIMER, directory);
        try (Migration migration =
                migration(EntryFilter.builder().projects(Set.of("10")).build())) {
            assertThatThrownBy(migration::plan)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("filter.projects");
        }
        try (Migration migration =
                migration(EntryFilter.builder().billable(true).build())) {
            assertThatThrownBy(migration::plan).hasMessageContaining("filter.billable");
        }
        try (Migration migration =
                migration(EntryFilter.builder().invoiced(true).build())) {
            assertThatThrownBy(migration::plan).hasMessageContaining("filter.invoiced");
        }
    }

    @Test
    void isReadBackFromTheLedgerAsItWasWritten() {
        EntryFilter odd = EntryFilter.builder()
                .people(Set.of("a,b", "c;d=e", "ü%"))
                .projects(Set.of("web site"))
                .billable(false)
                .invoiced(true)
                .build();
        assertThat(FilterText.parse(FilterText.of(odd))).isEqualTo(odd);
        assertThat(FilterText.of(EntryFilter.all())).isEmpty();
        assertThat(FilterText.parse("")).isEqualTo(EntryFilter.all());
    }
}
