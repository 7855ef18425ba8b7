package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values that are none: of numbers, ids, days and times, given twice, or not at all. */
@Timeout(60)
class ValuesTest {
    private static final List<String> NO_NUMBERS = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "1e999999999",
            "1e-999999999",
            "1e99999999999",
            "-1e-99999999999",
            "-1",
            "0x10",
            "1.5.1",
            "fifteen",
            "1 5",
            "\u0661\u0665",
            "99999999999999999999999999",
            "9".repeat(200),
            Rig.CANARY);
    private static final List<String> NO_WHOLE_NUMBERS = List.of("1.5", "1.0", "1e3", "1,000", "999999999999999999");
    private static final List<String> NO_IDS = List.of("0", "-0", "1.5", "1e3", "1001;1002", "10 01");
    private static final List<String> NO_DAYS = List.of(
            "2007-02-30",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-32",
            "0000-00-00",
            "0000-01-01",
            "20260230",
            "02.03.2026",
            "2026-3-2",
            "26-03-02",
            "-0001-01-01",
            "99999-01-01",
            "+99999-01-01T00:00:00",
            "NaN",
            "today",
            "+999999999-12-31T23:59:59",
            "2026-03-02T25:61:00",
            "2026-03-02T",
            Rig.CANARY);
    private static final List<String> NO_TIMES = List.of(
            "2026-03-02T25:61:00Z",
            "2026-03-02T24:00:00Z",
            "2026-02-30T08:00:00Z",
            "2026-03-02T08:00:61Z",
            "2026-03-02T08:00:00+99:00",
            "2026-03-02T08:00:00+18:01",
            "2026-03-02 08:00",
            "1772438400",
            "NaN",
            "99999-03-02T08:00:00Z",
            "+999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00+18:00",
            Rig.CANARY);

    /** The good text of a field in a list, of which every occurrence's value is replaced. */
    private record Field(Service service, String good, String before, String after) {
        String spoiled(String value) {
            String list = service.list();
            assertThat(list).contains(good);
            return list.replace(good, before + value + after);
        }
    }

    private static Field xml(Service service, String name, String good) {
        String start = good.substring(0, good.indexOf('>') + 1);
        return new Field(service, good, start, "</" + name + ">");
    }

    /** A JSON value; in quotes, so that it is the reader and not the parser that refuses. */
    private static Field json(Service service, String name, String good) {
        return new Field(service, good, "\"" + name + "\": \"", "\"");
    }

    private static Field bare(Service service, String name, String good) {
        return new Field(service, good, "\"" + name + "\": ", "");
    }

    private static final List<Field> IDS = List.of(
            xml(Service.CODEBASE, "id", "<id type=\"integer\">1002</id>"),
            xml(Service.LIVETIMER, "id", "<id type=\"integer\">1002</id>"),
            json(Service.TEAMWORK, "id", "\"id\": \"1002\""),
            bare(Service.TEAMPULSE, "id", "\"id\": 1002"));
    private static final List<Field> LENGTHS = List.of(
            xml(Service.CODEBASE, "minutes", "<minutes type=\"integer\">15</minutes>"),
            xml(Service.LIVETIMER, "duration", "<duration type=\"integer\">15</duration>"),
            json(Service.TEAMWORK, "minutes", "\"minutes\": 15"),
            bare(Service.TEAMWORK, "minutes", "\"minutes\": 15"),
            json(Service.TEAMWORK, "hours", "\"hours\": 0"));
    private static final Field HOURS = json(Service.TEAMPULSE, "hours", "\"hours\": 0.25");
    private static final Field BARE_HOURS = bare(Service.TEAMPULSE, "hours", "\"hours\": 0.25");
    private static final List<Field> DAYS = List.of(
            xml(Service.CODEBASE, "session-date", "<session-date type=\"date\">2026-03-03</session-date>"),
            xml(Service.LIVETIMER, "start-date", "<start-date type=\"date\">2026-03-03</start-date>"),
            json(Service.TEAMWORK, "date", "\"date\": \"2026-03-03T12:00:00Z\""),
            json(Service.TEAMPULSE, "date", "\"date\": \"2026-03-03T00:00:00\""));
    private static final List<Field> TIMES = List.of(
            xml(Service.CODEBASE, "created-at", "<created-at type=\"datetime\">2026-03-02T18:45:44Z</created-at>"),
            xml(
                    Service.LIVETIMER,
                    "start-time",
                    "<start-time type=\"datetime\">2026-03-02T08:28:00-05:00</start-time>"),
            xml(Service.LIVETIMER, "end-time", "<end-time type=\"datetime\">2026-03-02T13:24:00-05:00</end-time>"),
            json(Service.TEAMWORK, "date", "\"date\": \"2026-03-03T12:00:00Z\""),
            json(Service.TEAMPULSE, "createdAt", "\"createdAt\": \"2026-03-02T18:45:44.33\""));

    @Test
    void numbersOutOfRangeAreRefused() {
        long tried = 0;
        for (Field field : LENGTHS) {
            tried += refuse(field, NO_NUMBERS);
            tried += refuse(field, NO_WHOLE_NUMBERS);
        }
        tried += refuse(HOURS, NO_NUMBERS);
        tried += refuse(BARE_HOURS, NO_NUMBERS);
        tried += refuse(HOURS, List.of("1,000", "999999999999999999", "1000000", "1e7"));
        for (Field field : IDS) {
            tried += refuse(field, NO_NUMBERS);
            tried += refuse(field, NO_IDS);
        }
        Evidence.of(Area.BODIES, "Numbers out of range")
                .tried("NaN, Infinity, 1e999999999, negative, fractional and endless numbers, as ids and as durations")
                .result("MalformedResponseException; nothing is rounded or cut")
                .count(tried);
    }

    @Test
    void daysAndTimesThatDoNotExistAreRefused() {
        long tried = 0;
        for (Field field : DAYS) {
            tried += refuse(field, NO_DAYS);
        }
        for (Field field : TIMES) {
            tried += refuse(field, NO_TIMES);
        }
        tried += refuse(
                xml(Service.LIVETIMER, "end-time", "<end-time type=\"datetime\">2026-03-02T13:24:00-05:00</end-time>"),
                List.of("2026-03-02T08:27:59-05:00", "2026-03-02T08:28:00+05:00", "2026-03-02T13:24:00", ""));
        Evidence.of(Area.BODIES, "Days and times that do not exist")
                .tried("30 February, 25:61, offsets beyond 18 hours, years beyond 9999, an end before its start")
                .result("MalformedResponseException; no day is moved to one that exists")
                .count(tried);
    }

    @Test
    void countsThatAreNoneAreRefused() {
        long tried = 0;
        for (String count : List.of("NaN", "-1", "1.5", "1e3", "three", "9".repeat(30), Rig.CANARY)) {
            for (String attribute : List.of("total", "start", "end")) {
                String list = Service.LIVETIMER
                        .list()
                        .replaceFirst(attribute + "=\"[0-9]\"", attribute + "=\"" + count + "\"");
                refuse(Read.list(Service.LIVETIMER), list, attribute + " " + count);
                tried++;
            }
            for (String header : List.of("X-Pages", "X-Records")) {
                Read read = Read.list(Service.TEAMWORK);
                try (Rig rig = new Rig(Service.TEAMWORK)) {
                    rig.answers(Rig.reply(read, read.body())
                            .with(Map.of(header, count))
                            .whole());
                    Result result = rig.read(read);
                    assertThat(result.items()).isEmpty();
                    assertThat(result.refusal()).isInstanceOf(MalformedResponseException.class);
                }
                tried++;
            }
        }
        Evidence.of(Area.BODIES, "Announced counts that are no numbers")
                .tried("LiveTimer's total, start and end; Teamwork's X-Pages and X-Records")
                .result("MalformedResponseException; the list is not taken for one that announces nothing")
                .count(tried);
    }

    @Test
    void whatIsSaidTwiceIsRefused() {
        long tried = 0;
        List<Field> fields = new ArrayList<>(IDS);
        fields.addAll(LENGTHS);
        fields.addAll(DAYS);
        fields.add(BARE_HOURS);
        for (Field field : fields) {
            String separator = field.service().isXml() ? "" : ", ";
            String other = field.good().replace("2026-03-03", "2026-03-05").replace("15", "16");
            for (String second : List.of(field.good(), other)) {
                String list = field.service().list().replace(field.good(), field.good() + separator + second);
                refuse(Read.list(field.service()), list, second);
                tried++;
            }
        }
        refuse(
                Read.list(Service.TEAMWORK),
                Service.TEAMWORK.list().replace("\"STATUS\"", "\"time-entries\": [], \"STATUS\""),
                "two lists");
        refuse(
                Read.list(Service.TEAMPULSE),
                Service.TEAMPULSE.list().replace("\"totalResults\"", "\"results\": [], \"totalResults\""),
                "two lists");
        refuse(
                Read.get(Service.LIVETIMER),
                Service.LIVETIMER.entry().replace("<time-entry>", "<time-entry id=\"9\">"),
                "an attribute");
        Evidence.of(Area.BODIES, "Fields that come twice")
                .tried("duplicate keys and elements, with the same value and with another; two lists in one response")
                .result("MalformedResponseException; neither value is picked")
                .count(tried + 3);
    }

    @Test
    void nothingWhereAValueMustBeIsRefused() {
        long tried = 0;
        List<Field> fields = new ArrayList<>(IDS);
        fields.addAll(LENGTHS);
        fields.addAll(DAYS);
        fields.add(BARE_HOURS);
        for (Field field : fields) {
            for (String nothing : nothings(field)) {
                refuse(Read.list(field.service()), field.service().list().replace(field.good(), nothing), nothing);
                tried++;
            }
        }
        Evidence.of(Area.BODIES, "Nothing where a value must be")
                .tried("id, day and duration: missing, null, empty, blank, nil, an object, a list, true")
                .result("MalformedResponseException; no zero, no today")
                .count(tried);
    }

    private static List<String> nothings(Field field) {
        String name = field.good().replaceFirst("^[<\"]([a-z-]+).*$", "$1");
        return field.service().isXml()
                ? List.of(
                        "",
                        "<" + name + "/>",
                        "<" + name + "> \n </" + name + ">",
                        "<" + name + " nil=\"true\"/>",
                        "<" + name + " nil=\"true\">" + "5</" + name + ">",
                        "<" + name + " type=\"integer\" nil=\"true\"></" + name + ">",
                        "<" + name + "><" + name + ">5</" + name + "></" + name + ">",
                        "<" + name + "><![CDATA[]]></" + name + ">",
                        "<" + name + ">null</" + name + ">",
                        "<" + name.toUpperCase(Locale.ROOT) + ">5</" + name.toUpperCase(Locale.ROOT) + ">")
                : List.of(
                        "\"other\": 5",
                        "\"" + name + "\": null",
                        "\"" + name + "\": \"\"",
                        "\"" + name + "\": \" \"",
                        "\"" + name + "\": \"null\"",
                        "\"" + name + "\": {}",
                        "\"" + name + "\": []",
                        "\"" + name + "\": [5]",
                        "\"" + name + "\": true",
                        "\"" + name + "\": {\"nil\": true}");
    }

    private static long refuse(Field field, List<String> values) {
        for (String value : values) {
            refuse(Read.list(field.service()), field.spoiled(value), value);
        }
        return values.size();
    }

    private static void refuse(Read read, String list, String what) {
        assertThat(list).isNotEqualTo(read.body());
        try (Rig rig = new Rig(read.service())) {
            rig.answers(Rig.reply(read, list.replace("Größe", Rig.CANARY)).whole());
            Result result = rig.read(read);
            // Codebase's first entry came before.
            assertThat(result.items().size()).as("%s with %s", read, what).isLessThanOrEqualTo(1);
            assertThat(result.refusal()).as("%s with %s", read, what).isInstanceOf(MalformedResponseException.class);
        }
    }
}
