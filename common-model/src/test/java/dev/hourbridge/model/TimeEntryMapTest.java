package dev.hourbridge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeEntryMapTest {
    private static final Account ACME = Account.of(Service.of("livetimer"), "acme.example:8443/x");
    private static final Account OTHER = Account.of(Service.of("teamwork"), "other.teamwork.com");

    private static TimeEntry.Builder small() {
        return TimeEntry.builder()
                .id(TimeEntryId.of(ACME, "7"))
                .workTime(WorkTime.on(LocalDate.parse("2014-03-30"), Duration.ofMinutes(90)));
    }

    private static TimeEntry whole() {
        return small().workTime(WorkTime.between(
                        OffsetDateTime.parse("2014-03-30T01:30:00+01:00"),
                        OffsetDateTime.parse("2014-03-30T03:30:00.000000001+02:00")))
                .reportedDuration(Duration.ofSeconds(7, 5))
                .person(PersonRef.of(ACME, "25"))
                .personName("Zo\u00EB \uD83D\uDE00 \uD800")
                .project(ProjectRef.of(OTHER, "website"))
                .projectName("")
                .task(TaskRef.of(ACME, "10"))
                .taskName("A task")
                .activity(ActivityRef.of(ACME, "16"))
                .activityName("Design")
                .client(ClientRef.of(ACME, "3"))
                .clientName("A customer")
                .note("Two\r\nlines\u0000\u2028")
                .billable(Billable.NO)
                .invoice(Invoice.numbered("2014/7"))
                .tags(List.of("b", "a", "b", ""))
                .deleted(true)
                .audit(Audit.builder()
                        .createdAt(Instant.parse("2014-04-01T00:00:00Z"))
                        .createdBy("walter")
                        .updatedAt(Instant.parse("2014-04-02T00:00:00.123456789Z"))
                        .updatedBy("")
                        .build())
                .extras(extras())
                .build();
    }

    private static Map<String, String> extras() {
        Map<String, String> extras = new LinkedHashMap<>();
        extras.put("week", "13");
        extras.put("id", "not the id");
        return extras;
    }

    @Test
    void anEntryIsReadBackFromItsMap() {
        for (TimeEntry entry : List.of(
                small().build(), whole(), small().invoice(Invoice.unnumbered()).build())) {
            assertThat(TimeEntry.fromMap(entry.toMap())).isEqualTo(entry);
            assertThat(List.copyOf(TimeEntry.fromMap(entry.toMap()).extras().entrySet()))
                    .isEqualTo(List.copyOf(entry.extras().entrySet()));
        }
    }

    @Test
    void whatAnEntryDoesNotHaveIsAbsentFromItsMap() {
        assertThat(small().build().toMap())
                .containsExactly(
                        Map.entry("id", "7"),
                        Map.entry("account", "livetimer:acme.example:8443/x"),
                        Map.entry("date", "2014-03-30"),
                        Map.entry("seconds", 5400L),
                        Map.entry("note", ""),
                        Map.entry("billable", "unspecified"),
                        Map.entry("invoiced", false),
                        Map.entry("tags", List.of()),
                        Map.entry("deleted", false));
    }

    @Test
    void aMapHasTheMembersThatAreDocumented() {
        assertThat(whole().toMap())
                .containsEntry("start", "2014-03-30T01:30:00+01:00")
                .containsEntry("end", "2014-03-30T03:30:00.000000001+02:00")
                .containsEntry("seconds", 3600L)
                .containsEntry("nanos", 1L)
                .containsEntry("reportedSeconds", 7L)
                .containsEntry("person", "25")
                .doesNotContainKey("personAccount")
                .containsEntry("project", "website")
                .containsEntry("projectAccount", "teamwork:other.teamwork.com")
                .containsEntry("billable", "no")
                .containsEntry("invoiced", true)
                .containsEntry("invoice", "2014/7")
                .containsEntry("updatedAt", "2014-04-02T00:00:00.123456789Z")
                .containsEntry("extras", extras());
    }

    @Test
    void unknownMembersSurvive() {
        Map<String, Object> map = small().build().toMap();
        map.put("mood", "good");
        map.put("place", Map.of("lat", 47, "names", List.of("office", true)));
        map.put("nothing", null);

        TimeEntry entry = TimeEntry.fromMap(map);

        assertThat(entry.toMap())
                .containsEntry("mood", "good")
                .containsEntry("place", Map.of("lat", 47L, "names", List.of("office", true)))
                .doesNotContainKey("nothing");
        assertThat(entry).isNotEqualTo(small().build());
        assertThat(TimeEntry.fromMap(entry.toMap())).isEqualTo(entry);
        assertThat(entry.toBuilder().note("x").build().toMap()).containsEntry("mood", "good");
    }

    @Test
    void numbersMayBeOfAnyType() {
        for (Number seconds : List.of(5400, 5400L, (short) 5400, 5400.0, new BigDecimal("5.4e3"))) {
            assertThat(TimeEntry.fromMap(with("seconds", seconds))).isEqualTo(small().build());
        }
        assertThat(TimeEntry.fromMap(with("extent", 1)).toMap())
                .isEqualTo(TimeEntry.fromMap(with("extent", BigInteger.ONE)).toMap());
    }

    @Test
    void aMapOfAnotherFormIsInvalidInputThatNamesTheMember() {
        assertInvalid("seconds", with("seconds", "5400"));
        assertInvalid("seconds", with("seconds", -1));
        assertInvalid("seconds", with("seconds", 0.5));
        assertInvalid("seconds", with("seconds", Double.NaN));
        assertInvalid("seconds", with("seconds", new BigDecimal("1e1000000000")));
        assertInvalid("nanos", with("nanos", 1_000_000_000));
        assertInvalid("seconds", without("seconds"));
        assertInvalid("date", without("date"));
        assertInvalid("date", with("date", "30.03.2014"));
        assertInvalid("id", without("id"));
        assertInvalid("time entry id", with("id", " "));
        assertInvalid("id", with("id", 7));
        assertInvalid("account", with("account", "acme"));
        assertInvalid("service", with("account", "ACME:acme"));
        assertInvalid("end", with("start", "2014-03-30T01:30:00+01:00"));
        assertInvalid("start", with("end", "2014-03-30T01:30:00+01:00"));
        assertInvalid("billable", with("billable", "YES"));
        assertInvalid("invoiced", with("invoice", "7"));
        assertInvalid("tags", with("tags", "a"));
        assertInvalid("tags", with("tags", Arrays.asList("a", null)));
        assertInvalid("extras", with("extras", Map.of("a", 1)));
        assertInvalid("deleted", with("deleted", "false"));
        assertInvalid("createdAt", with("createdAt", "yesterday"));
        assertInvalid("person", with("personAccount", "teamwork:x"));
        assertInvalid("mood", with("mood", new Object()));
    }

    @Test
    void aDayOrDurationThatContradictsTheStartIsInvalid() {
        Map<String, Object> map = whole().toMap();
        map.put("date", "2014-03-31");
        assertInvalid("date", map);

        Map<String, Object> longer = whole().toMap();
        longer.put("seconds", 7200);
        assertInvalid("seconds", longer);

        Map<String, Object> bare = whole().toMap();
        bare.keySet().removeAll(List.of("date", "seconds", "nanos"));
        assertThat(TimeEntry.fromMap(bare)).isEqualTo(whole());
    }

    private static void assertInvalid(String field, Map<String, Object> map) {
        assertThatThrownBy(() -> TimeEntry.fromMap(map))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(field + ": ");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> map = small().build().toMap();
        map.put(name, value);
        return map;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> map = small().build().toMap();
        map.remove(name);
        return map;
    }

    @Test
    void jackson2WritesAndReadsAnEntryWithoutAModule() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (TimeEntry entry : List.of(small().build(), whole())) {
            String text = json.writeValueAsString(entry);
            assertThat(text).startsWith("{\"id\":\"7\",\"account\":\"livetimer:acme.example:8443/x\",");
            assertThat(json.readValue(text, TimeEntry.class)).isEqualTo(entry);
        }
        assertThat(json.writeValueAsString(List.of(small().build()))).startsWith("[{\"id\":\"7\",");
    }

    @Test
    void jackson3WritesAndReadsAnEntryWithoutAModule() {
        tools.jackson.databind.ObjectMapper json = new tools.jackson.databind.ObjectMapper();
        for (TimeEntry entry : List.of(small().build(), whole())) {
            String text = json.writeValueAsString(entry);
            assertThat(text).startsWith("{\"id\":\"7\",\"account\":\"livetimer:acme.example:8443/x\",");
            assertThat(json.readValue(text, TimeEntry.class)).isEqualTo(entry);
        }
    }

    @Test
    void randomEntriesAreReadBackFromTheirMaps() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            TimeEntry entry = random(random);
            assertThat(TimeEntry.fromMap(entry.toMap())).as("seed %d", seed).isEqualTo(entry);
        }
    }

    private static TimeEntry random(Random random) {
        OffsetDateTime start = OffsetDateTime.ofInstant(
                Instant.ofEpochSecond(random.nextLong() % 300_000_000_000L, random.nextInt(1_000_000_000)),
                ZoneOffset.ofTotalSeconds(random.nextInt(129_601) - 64_800));
        Duration duration = Duration.ofSeconds(random.nextInt(1_000_000), random.nextBoolean() ? random.nextInt(9) : 0);
        TimeEntry.Builder entry = TimeEntry.builder()
                .id(TimeEntryId.of(ACME, "n" + random.nextInt()))
                .workTime(
                        random.nextBoolean()
                                ? WorkTime.from(start, duration)
                                : WorkTime.on(start.toLocalDate(), duration))
                .note(text(random))
                .billable(List.of(Billable.values()).get(random.nextInt(3)));
        if (random.nextBoolean()) {
            entry.person(PersonRef.of(random.nextBoolean() ? ACME : OTHER, "p" + text(random)));
        }
        if (random.nextBoolean()) {
            entry.audit(Audit.builder().updatedAt(start.toInstant()).build());
        }
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add(text(random));
        }
        return entry.tags(tags).build();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }
}
