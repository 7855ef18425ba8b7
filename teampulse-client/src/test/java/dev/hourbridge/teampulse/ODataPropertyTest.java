package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random filters beside the same condition in Java: what the filter's text selects, read by a parser that
 * knows nothing of its making, is what Java selects.
 */
final class ODataPropertyTest {
    private static final List<String> TEXTS = List.of(
            "",
            "'",
            "''",
            "it's",
            "100%",
            "a&b",
            "a+b",
            "#1",
            "😀",
            "ü 東京",
            " or ",
            "') or (1 eq 1",
            "null",
            "true",
            "and",
            "not (",
            "%27",
            "\"",
            "\\'",
            "a,b",
            "API",
            "Api for time entries",
            "\u00a0",
            "line\nend");
    private static final ODataField<UUID> GUID = ODataField.guid("guid");
    private static final ODataField<Boolean> FLAG = ODataField.bool("flag");
    private static final ODataField<Double> RATIO = ODataField.float64("ratio");
    private static final ODataField<BigDecimal> PRICE = ODataField.decimal("price");
    private static final ODataField<Long> TICKS = ODataField.int64("ticks");
    private static final ODataField<Integer> WEEK = TimeEntryFields.WEEK;

    private record Pair(ODataFilter filter, Predicate<Map<String, Object>> same) {}

    private static final int SEEDS = 5;
    private static final int ROUNDS = 200;
    private static int held;

    @AfterAll
    static void record() {
        if (held == SEEDS * ROUNDS) {
            Evidence.of(Area.PROPERTIES, "OData filters")
                    .tried("random filters of TeamPulse over 40 random rows each, read by a parser of the tests' own")
                    .result("they select the rows that the same condition in Java does, whole and in parts")
                    .count(held);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20131024, 4711, 65537, 8675309})
    void selectsTheSameRowsAsTheConditionInJava(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Pair pair = condition(random, 4);
            List<Map<String, Object>> rows =
                    IntStream.range(0, 40).mapToObj(i -> row(random)).toList();
            List<Map<String, Object>> expected =
                    rows.stream().filter(pair.same()).toList();
            for (boolean strict : new boolean[] {false, true}) {
                String text = pair.filter().text(strict);
                assertThat(rows.stream().filter(SmallOData.parse(text)).toList())
                        .as("seed %s, round %s: %s", seed, round, text)
                        .isEqualTo(expected);
            }
            List<Predicate<Map<String, Object>>> parts = FilterSplitter.of(pair.filter()).stream()
                    .map(part -> SmallOData.parse(part.toString()))
                    .toList();
            assertThat(rows.stream()
                            .filter(row -> parts.stream().anyMatch(part -> part.test(row)))
                            .toList())
                    .as("in parts; seed %s, round %s: %s", seed, round, pair.filter())
                    .isEqualTo(expected);
            held++;
        }
    }

    private static Map<String, Object> row(Random random) {
        Map<String, Object> row = new HashMap<>();
        row.put("note", random.nextInt(5) == 0 ? null : text(random));
        row.put("type", text(random));
        row.put("userId", (long) random.nextInt(30));
        row.put("date", day(random));
        row.put("hours", hours(random));
        row.put("week", random.nextInt(8) - 4);
        row.put("ticks", ticks(random));
        row.put("ratio", ratio(random));
        row.put("price", price(random));
        row.put("flag", random.nextBoolean());
        row.put("guid", guid(random));
        return Collections.unmodifiableMap(row);
    }

    private static Pair condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf(random);
        }
        return switch (random.nextInt(4)) {
            case 0 -> {
                Pair one = condition(random, depth - 1);
                yield new Pair(one.filter().not(), one.same().negate());
            }
            case 1 -> {
                List<Pair> all = several(random, depth, 2 + random.nextInt(2));
                yield new Pair(
                        ODataFilter.allOf(all.stream().map(Pair::filter).toList()),
                        row -> all.stream().allMatch(pair -> pair.same().test(row)));
            }
            case 2 -> {
                List<Long> users = IntStream.range(0, 1 + random.nextInt(50))
                        .mapToObj(i -> (long) random.nextInt(60))
                        .toList();
                yield new Pair(TimeEntryFields.USER_ID.in(users), row -> users.contains(value(row, "userId")));
            }
            default -> {
                List<Pair> any = several(random, depth, 2 + random.nextInt(2));
                yield new Pair(
                        ODataFilter.anyOf(any.stream().map(Pair::filter).toList()),
                        row -> any.stream().anyMatch(pair -> pair.same().test(row)));
            }
        };
    }

    private static List<Pair> several(Random random, int depth, int count) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(condition(random, depth - 1));
        }
        return pairs;
    }

    private static Pair leaf(Random random) {
        String text = text(random);
        return switch (random.nextInt(12)) {
            case 0 ->
                new Pair(
                        ODataFilter.substringOf(text, TimeEntryFields.NOTE),
                        row -> row.get("note") instanceof String note && note.contains(text));
            case 1 ->
                new Pair(
                        ODataFilter.startsWith(TimeEntryFields.NOTE, text),
                        row -> row.get("note") instanceof String note && note.startsWith(text));
            case 2 ->
                new Pair(
                        ODataFilter.endsWith(TimeEntryFields.TYPE, text),
                        row -> ((String) value(row, "type")).endsWith(text));
            case 3 ->
                random.nextBoolean()
                        ? new Pair(TimeEntryFields.NOTE.isNull(), row -> row.get("note") == null)
                        : new Pair(TimeEntryFields.NOTE.isNotNull(), row -> row.get("note") != null);
            case 4 -> compared(random, TimeEntryFields.TYPE, text);
            case 5 -> compared(random, TimeEntryFields.DATE, day(random));
            case 6 -> compared(random, TimeEntryFields.HOURS, hours(random));
            case 7 -> compared(random, WEEK, random.nextInt(8) - 4);
            case 8 -> compared(random, TICKS, ticks(random));
            case 9 ->
                random.nextBoolean() ? compared(random, RATIO, ratio(random)) : compared(random, PRICE, price(random));
            case 10 -> {
                boolean wanted = random.nextBoolean();
                yield new Pair(FLAG.eq(wanted), row -> value(row, "flag").equals(wanted));
            }
            default -> {
                UUID wanted = guid(random);
                yield new Pair(GUID.ne(wanted), row -> !value(row, "guid").equals(wanted));
            }
        };
    }

    private static Object value(Map<String, Object> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    @SuppressWarnings("unchecked") // rows hold a value of the field's type under its name
    private static <T extends Comparable<? super T>> Pair compared(Random random, ODataField<T> field, T value) {
        String name = field.name();
        return switch (random.nextInt(6)) {
            case 0 -> new Pair(field.eq(value), row -> ((T) value(row, name)).compareTo(value) == 0);
            case 1 -> new Pair(field.ne(value), row -> ((T) value(row, name)).compareTo(value) != 0);
            case 2 -> new Pair(field.gt(value), row -> ((T) value(row, name)).compareTo(value) > 0);
            case 3 -> new Pair(field.ge(value), row -> ((T) value(row, name)).compareTo(value) >= 0);
            case 4 -> new Pair(field.lt(value), row -> ((T) value(row, name)).compareTo(value) < 0);
            default -> new Pair(field.le(value), row -> ((T) value(row, name)).compareTo(value) <= 0);
        };
    }

    private static String text(Random random) {
        String one = TEXTS.get(random.nextInt(TEXTS.size()));
        return random.nextInt(3) == 0 ? one + TEXTS.get(random.nextInt(TEXTS.size())) : one;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2013, 10, 20).plusDays(random.nextInt(10));
    }

    private static BigDecimal hours(Random random) {
        return BigDecimal.valueOf(random.nextInt(20), random.nextInt(3));
    }

    private static long ticks(Random random) {
        return (random.nextInt(7) - 3) * 1_000_000_000_000L;
    }

    private static double ratio(Random random) {
        return (random.nextInt(9) - 4) * Math.pow(10, random.nextInt(12) * 4 - 22);
    }

    private static BigDecimal price(Random random) {
        return BigDecimal.valueOf(random.nextInt(200) - 100, random.nextInt(4) - 1);
    }

    private static UUID guid(Random random) {
        return new UUID(0, random.nextInt(4));
    }
}
