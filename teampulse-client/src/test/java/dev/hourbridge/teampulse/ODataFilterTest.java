package dev.hourbridge.teampulse;

import static dev.hourbridge.teampulse.TimeEntryFields.DATE;
import static dev.hourbridge.teampulse.TimeEntryFields.HOURS;
import static dev.hourbridge.teampulse.TimeEntryFields.NOTE;
import static dev.hourbridge.teampulse.TimeEntryFields.TYPE;
import static dev.hourbridge.teampulse.TimeEntryFields.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ODataFilterTest {
    private static final LocalDate DAY = LocalDate.of(2013, 10, 24);

    /** Olingo's parser rejects a bare {@code 6.1}; the suffix is accepted by Olingo's and .NET's. */
    @Test
    void writesADoubleWithItsSuffix() {
        ODataField<Double> field = ODataField.float64("a");

        assertThat(field.eq(6.1)).hasToString("a eq 6.1d");
        assertThat(field.eq(7.0)).hasToString("a eq 7.0d");
        assertThat(field.eq(-0.00001)).hasToString("a eq -1.0E-5d");
        assertThat(field.eq(1e21)).hasToString("a eq 1.0E21d");
    }

    @Test
    void writesEveryOperator() {
        assertThat(USER_ID.eq(1L)).hasToString("userId eq 1");
        assertThat(USER_ID.ne(1L)).hasToString("userId ne 1");
        assertThat(USER_ID.gt(1L)).hasToString("userId gt 1");
        assertThat(USER_ID.ge(1L)).hasToString("userId ge 1");
        assertThat(USER_ID.lt(1L)).hasToString("userId lt 1");
        assertThat(USER_ID.le(1L)).hasToString("userId le 1");
        assertThat(NOTE.isNull()).hasToString("note eq null");
        assertThat(NOTE.isNotNull()).hasToString("note ne null");
        assertThat(ODataFilter.substringOf("API", NOTE)).hasToString("substringof('API',note)");
        assertThat(ODataFilter.startsWith(NOTE, "API")).hasToString("startswith(note,'API')");
        assertThat(ODataFilter.endsWith(NOTE, "API")).hasToString("endswith(note,'API')");
        assertThat(NOTE.isNull().not()).hasToString("not (note eq null)");
    }

    @Test
    void writesALiteralOfEveryType() {
        assertThat(TYPE.eq("it's 'x'")).hasToString("type eq 'it''s ''x'''");
        assertThat(TYPE.eq("")).hasToString("type eq ''");
        assertThat(ODataField.int32("a").eq(-7)).hasToString("a eq -7");
        assertThat(ODataField.int64("a").eq(7L)).hasToString("a eq 7L");
        assertThat(USER_ID.eq(3_000_000_000L)).hasToString("userId eq 3000000000L");
        assertThat(HOURS.eq(new BigDecimal("6.10"))).hasToString("hours eq 6.1f");
        assertThat(HOURS.eq(new BigDecimal("1E+1"))).hasToString("hours eq 10");
        assertThat(ODataField.decimal("a").eq(new BigDecimal("1E+2"))).hasToString("a eq 100m");
        assertThat(ODataField.bool("a").eq(true)).hasToString("a eq true");
        assertThat(ODataField.guid("a").eq(new UUID(1, 2)))
                .hasToString("a eq guid'00000000-0000-0001-0000-000000000002'");
        assertThat(ODataField.dateTime("a").eq(LocalDateTime.of(2013, 10, 9, 13, 57, 28, 330_000_000)))
                .hasToString("a eq datetime'2013-10-09T13:57:28.33'");
        assertThat(ODataField.dateTime("a").eq(DAY.atStartOfDay())).hasToString("a eq datetime'2013-10-24T00:00:00'");
        assertThat(ODataField.date("a").eq(LocalDate.of(3, 1, 2))).hasToString("a eq datetime'0003-01-02'");
    }

    @Test
    void writesDaysAsTheDocumentsDoOrAsTheGrammarWants() {
        assertThat(DATE.eq(DAY).text(false)).isEqualTo("date eq datetime'2013-10-24'");
        assertThat(DATE.eq(DAY).text(true)).isEqualTo("date eq datetime'2013-10-24T00:00:00'");
    }

    @Test
    void putsParenthesesWhereverPrecedenceCouldChangeTheMeaning() {
        ODataFilter a = USER_ID.eq(1L);
        ODataFilter b = USER_ID.eq(2L);
        ODataFilter c = TYPE.eq("x");
        assertThat(a.or(b).and(c)).hasToString("(userId eq 1 or userId eq 2) and type eq 'x'");
        assertThat(c.and(a.or(b))).hasToString("type eq 'x' and (userId eq 1 or userId eq 2)");
        assertThat(a.and(b).or(c)).hasToString("(userId eq 1 and userId eq 2) or type eq 'x'");
        assertThat(a.or(b).not()).hasToString("not (userId eq 1 or userId eq 2)");
        assertThat(a.not().and(b)).hasToString("(not (userId eq 1)) and userId eq 2");
        assertThat(a.or(b).or(c)).hasToString("userId eq 1 or userId eq 2 or type eq 'x'");
        assertThat(a.and(b).and(c)).hasToString("userId eq 1 and userId eq 2 and type eq 'x'");
        assertThat(ODataFilter.raw("year(date) eq 2013 or week eq 1").and(c))
                .hasToString("(year(date) eq 2013 or week eq 1) and type eq 'x'");
        assertThat(ODataFilter.raw("year(date) eq 2013")).hasToString("year(date) eq 2013");
        assertThat(ODataFilter.raw("a or b").not()).hasToString("not (a or b)");
    }

    @Test
    void isEqualByWhatItSays() {
        assertThat(USER_ID.eq(1L).and(TYPE.eq("x"))).isEqualTo(USER_ID.eq(1L).and(TYPE.eq("x")));
        assertThat(USER_ID.eq(1L)).isNotEqualTo(USER_ID.eq(2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1a", "a b", "a'b", "a eq 1 or b", "a/", "a)"})
    void refusesANameThatIsNoField(String name) {
        assertThatThrownBy(() -> ODataField.text(name)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesValuesThatCannotBeWritten() {
        assertThatThrownBy(() -> TYPE.eq("half \ud800")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TYPE.eq("\udc00\ud800")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TYPE.eq("nul \0")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ODataField.float64("a").eq(Double.NaN)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DATE.eq(LocalDate.of(10_000, 1, 1))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DATE.eq(LocalDate.of(0, 1, 1))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ODataField.dateTime("a").eq(DAY.atTime(1, 2, 3, 50)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> USER_ID.in(List.of())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ODataFilter.raw(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ODataOrder.raw(" ")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void partsNothingThatIsShort() {
        ODataFilter filter = USER_ID.in(List.of(1L, 2L)).and(DATE.ge(DAY));
        assertThat(FilterSplitter.of(filter)).containsExactly(filter);
    }

    @Test
    void partsAListOfLongTextsBeforeTheQueryGetsTooLong() {
        String euros = "€".repeat(100);
        ODataFilter filter =
                NOTE.in(IntStream.range(0, 6).mapToObj(i -> euros + i).toList());
        assertThat(FilterSplitter.of(filter)).hasSize(6);
    }

    @Test
    void partsTwoLongListsIntoEveryCombination() {
        List<Long> many = IntStream.rangeClosed(1, 30).mapToObj(Long::valueOf).toList();
        ODataFilter filter = USER_ID.in(many).and(TimeEntryFields.TASK_ID.in(many));
        assertThat(FilterSplitter.of(filter)).hasSize(4);
    }

    @Test
    void leavesAListUnderANegationWhole() {
        List<Long> many = IntStream.rangeClosed(1, 30).mapToObj(Long::valueOf).toList();
        assertThat(FilterSplitter.of(USER_ID.in(many).not())).hasSize(1);
    }

    @Test
    void refusesListsThatTakeTooManyRequests() {
        List<Long> many = IntStream.rangeClosed(1, 700).mapToObj(Long::valueOf).toList();
        ODataFilter filter = USER_ID.in(many).and(TimeEntryFields.TASK_ID.in(many));
        assertThatThrownBy(() -> FilterSplitter.of(filter)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a'b", "100%", "%27", "a&b", "a+b", "#1", "a=b", "a/b?c", "😀 → ü", "a;b", "\"\\", " x ", "$filter"
            })
    void arrivesAtTheServiceAsItWasMeant(String text) {
        try (Wire wire = new Wire().answersEntries()) {
            wire.client.timeEntries().page(ODataQuery.where(TYPE.eq(text).and(ODataFilter.substringOf(text, NOTE))));
            String target = wire.request().getTarget();
            String query = target.substring(target.indexOf('?') + 1);
            assertThat(query).matches("[A-Za-z0-9%._~*$'()&=,-]*");
            String quoted = "'" + text.replace("'", "''") + "'";
            assertThat(AspNet.decode(query).get("$filter"))
                    .isEqualTo("type eq " + quoted + " and substringof(" + quoted + ",note)");
        }
    }

    @Test
    void sendsDaysInTheStrictFormIfToldTo() {
        try (Wire wire = new Wire(builder -> builder.token("t").strictDates(true)).answersEntries()) {
            wire.client.timeEntries().page(ODataQuery.where(DATE.eq(DAY)));
            assertThat(wire.parameter("$filter")).isEqualTo("date eq datetime'2013-10-24T00:00:00'");
        }
    }
}
