package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.migration.ContradictingDuration;
import dev.hourbridge.migration.EntryFilter;
import dev.hourbridge.migration.FieldLoss;
import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.migration.internal.mapping.MappingResult.Missing;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text forms, digests and counts of a plan. */
class MappingTextsTest {
    @Test
    void aFilterIsReadBackAsItWas() {
        EntryFilter all = EntryFilter.builder()
                .people(Set.of("2", "1", "a,b", "c=d;e"))
                .projects(Set.of("p"))
                .billable(true)
                .invoiced(false)
                .build();
        assertThat(FilterText.of(all)).startsWith("people=1,2,a%2cb,c%3dd%3be;projects=p;billable=true;invoiced=false");
        for (EntryFilter filter : List.of(
                all,
                EntryFilter.all(),
                EntryFilter.builder().projects(Set.of("p")).build(),
                EntryFilter.builder().billable(false).invoiced(true).build())) {
            assertThat(FilterText.parse(FilterText.of(filter))).isEqualTo(filter);
        }
        assertThat(FilterText.of(EntryFilter.all())).isEmpty();
        for (String text : List.of("x=1", "people", ";", "=1")) {
            assertThatThrownBy(() -> FilterText.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String digest(Mapping.Builder mapping, Policy policy, EntryFilter filter, Capabilities target) {
        return ContentDigest.of(mapping.build(), policy, filter, target);
    }

    @Test
    void eachPartOfAPlanChangesItsDigest() {
        Policy policy = Policy.ofDefaults();
        EntryFilter none = EntryFilter.all();
        Capabilities target = Capabilities.builder().build();
        List<String> digests = Stream.of(
                        digest(Mapping.builder(), policy, none, target),
                        digest(Mapping.builder().people(Map.of("1", "2")), policy, none, target),
                        digest(Mapping.builder().projects(Map.of("1", "2")), policy, none, target),
                        digest(Mapping.builder().tasks(Map.of("1", "2")), policy, none, target),
                        digest(Mapping.builder().activities(Map.of("1", "2")), policy, none, target),
                        digest(Mapping.builder().projectTasks(Map.of("1", "2")), policy, none, target),
                        digest(Mapping.builder().skip(EntryField.PROJECT, Set.of("1")), policy, none, target),
                        digest(Mapping.builder().defaultPerson("1"), policy, none, target),
                        digest(Mapping.builder().defaultProject("1"), policy, none, target),
                        digest(Mapping.builder().defaultTask("1"), policy, none, target),
                        digest(Mapping.builder().defaultActivity("1"), policy, none, target),
                        digest(Mapping.builder().defaultNote("1"), policy, none, target),
                        digest(Mapping.builder().defaultBillable(Billable.NO), policy, none, target),
                        digest(
                                Mapping.builder(),
                                policy.toBuilder().marker(Marker.TAG).build(),
                                none,
                                target),
                        digest(
                                Mapping.builder(),
                                policy.toBuilder().startPolicy(LocalTime.NOON).build(),
                                none,
                                target),
                        digest(
                                Mapping.builder(),
                                policy.toBuilder()
                                        .contradictingDuration(ContradictingDuration.REPORTED)
                                        .build(),
                                none,
                                target),
                        digest(
                                Mapping.builder(),
                                policy,
                                EntryFilter.builder().billable(true).build(),
                                target),
                        digest(
                                Mapping.builder(),
                                policy,
                                none,
                                target.toBuilder().placement(Placement.TASK).build()),
                        digest(
                                Mapping.builder(),
                                policy,
                                none,
                                target.toBuilder().startForm(StartForm.OFFSET).build()),
                        digest(
                                Mapping.builder(),
                                policy,
                                none,
                                target.toBuilder().zone(ZoneId.of("UTC")).build()),
                        digest(
                                Mapping.builder(),
                                policy,
                                none,
                                target.toBuilder()
                                        .durationUnit(Duration.ofSeconds(1))
                                        .build()))
                .toList();

        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{32}"));
    }

    @Test
    void fieldsOfADigestHaveBoundaries() {
        assertThat(new Digests().add("ab").add("c").hex())
                .isNotEqualTo(new Digests().add("a").add("bc").hex());
        assertThat(new Digests().add("").hex())
                .isNotEqualTo(new Digests().add(null).hex());
        assertThat(new Digests().add(null).hex()).isNotEqualTo(new Digests().hex());
    }

    @Test
    void lossesAreCountedWithTheirFirstEntries() {
        LossCounter counter = new LossCounter();
        for (int i = 1; i <= 4; i++) {
            counter.add(Integer.toString(i), Map.of(EntryField.NOTE, Set.of(LossKind.CUT)));
        }
        counter.add("5", Map.of(EntryField.NOTE, Set.of(LossKind.CHANGED), EntryField.TAGS, Set.of(LossKind.DROPPED)));

        assertThat(counter.losses(8))
                .contains(FieldLoss.of(EntryField.NOTE, LossKind.CUT, 4, 0.5, List.of("1", "2", "3")))
                .hasSize(3);
        assertThat(counter.losses(0)).contains(FieldLoss.of(EntryField.TAGS, LossKind.DROPPED, 1, 1, List.of("5")));
    }

    @Test
    void missingIdsAreCountedWithTheFirstName() {
        UnmappedCounter counter = new UnmappedCounter();
        counter.add(new Missing(EntryField.TASK, "1", Optional.empty()));
        counter.add(new Missing(EntryField.TASK, "1", Optional.of("Call")));
        counter.add(new Missing(EntryField.TASK, "1", Optional.of("Other")));
        counter.add(new Missing(EntryField.PROJECT, "1", Optional.empty()));

        assertThat(counter.unmapped())
                .containsExactly(
                        Unmapped.of(EntryField.TASK, "1", Optional.of("Call"), 3),
                        Unmapped.of(EntryField.PROJECT, "1", Optional.empty(), 1));
    }

    private static Set<CanaryFeature> features(NewTimeEntry.Builder entry, Capabilities target) {
        return CanaryFeature.of(entry.build(), target);
    }

    @Test
    void featuresAreThoseThatCanGoWrongAlone() {
        Capabilities berlin =
                Capabilities.builder().zone(ZoneId.of("Europe/Berlin")).build();
        Capabilities fixed = Capabilities.builder().zone(ZoneId.of("UTC")).build();
        WorkTime june = WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofHours(1));
        assertThat(features(NewTimeEntry.of(june), berlin))
                .containsExactlyInAnyOrder(CanaryFeature.NO_TASK, CanaryFeature.NO_START, CanaryFeature.SUMMER);
        assertThat(features(
                        NewTimeEntry.of(june)
                                .tags(List.of("x"))
                                .billable(Billable.YES)
                                .note("\u00e4"),
                        berlin))
                .contains(CanaryFeature.TAGS, CanaryFeature.BILLABLE, CanaryFeature.NON_ASCII);
        assertThat(features(NewTimeEntry.of(june).billable(Billable.NO).note("a"), berlin))
                .contains(CanaryFeature.NOT_BILLABLE)
                .doesNotContain(CanaryFeature.BILLABLE, CanaryFeature.NON_ASCII, CanaryFeature.TAGS);
        for (int month = 1; month <= 12; month++) {
            WorkTime time = WorkTime.on(LocalDate.of(2024, month, 15), Duration.ofHours(1));
            boolean isSummer = month > 3 && month < 10;
            CanaryFeature season = isSummer ? CanaryFeature.SUMMER : CanaryFeature.WINTER;
            assertThat(features(NewTimeEntry.of(time), fixed))
                    .as("month %d", month)
                    .contains(season);
            assertThat(features(NewTimeEntry.of(time), Capabilities.builder().build()))
                    .contains(season);
        }
        WorkTime october = WorkTime.on(LocalDate.of(2024, 10, 15), Duration.ofHours(1));
        assertThat(features(NewTimeEntry.of(october), berlin)).contains(CanaryFeature.SUMMER);
    }
}
