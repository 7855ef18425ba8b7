package dev.hourbridge.benchmarks.reading;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Invented responses in recorded or documented forms. */
public final class Bodies {
    private static final String[] WORDS = {
        "review",
        "Größe",
        "deployment",
        "call with the customer",
        "tests",
        "& more",
        "näher",
        "planning",
        "ticket",
        "réunion"
    };

    /** The text before Codebase's sessions. */
    public static final String CODEBASE_HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<time-sessions type=\"array\">\n";

    /** The text after Codebase's sessions. */
    public static final String CODEBASE_END = "</time-sessions>\n";

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
    private static final int TEAMWORK_ROWS_A_DAY = 400;

    private Bodies() {}

    /** Returns the index of Teamwork's first entry on this day or later. */
    public static int firstTeamworkRow(LocalDate day) {
        long days = Math.max(0, FIRST_DAY.until(day, ChronoUnit.DAYS));
        return (int) Math.min(Integer.MAX_VALUE, days * TEAMWORK_ROWS_A_DAY);
    }

    /** Returns a page of Teamwork's list with the 37 known fields and two unknown ones. */
    public static byte[] teamwork(int first, int count, boolean unknownFields) {
        StringBuilder json = new StringBuilder("{\"time-entries\":[");
        for (int i = first; i < first + count; i++) {
            Random random = new Random(i);
            boolean task = i % 3 > 0;
            int minutes = 1 + random.nextInt(600);
            LocalDate day = FIRST_DAY.plusDays(i / TEAMWORK_ROWS_A_DAY);
            String time = "T%02d:%02d:00Z".formatted(5 + i % 18, i % 60);
            json.append(i == first ? "" : ",")
                    .append("{\"project-id\":\"999\",\"project-name\":\"Test Project\",\"project-status\":\"active\"")
                    .append(",\"company-id\":\"47\",\"company-name\":\"Digital Crew\",\"person-id\":\"")
                    .append(1000 + i % 30)
                    .append("\",\"person-first-name\":\"Zo\u00eb\",\"person-last-name\":\"O'Neill\"")
                    .append(",\"avatarUrl\":\"https://example.com/avatars/")
                    .append(i % 30)
                    .append(".png\",\"userDeleted\":false,\"todo-list-id\":\"")
                    .append(task ? "2001" : "")
                    .append("\",\"tasklistId\":\"")
                    .append(task ? "2001" : "")
                    .append("\",\"todo-list-name\":\"")
                    .append(task ? "Inbox" : "")
                    .append("\",\"todo-item-id\":\"")
                    .append(task ? Integer.toString(8000 + i % 50) : "")
                    .append("\",\"todo-item-name\":\"")
                    .append(task ? "Write documentation" : "")
                    .append("\",\"taskEstimatedTime\":\"0\",\"taskIsPrivate\":\"0\",\"taskIsSubTask\":\"0\"")
                    .append(",\"parentTaskId\":\"0\",\"parentTaskName\":\"\",\"ticket-id\":\"\",\"description\":\"")
                    .append(note(random))
                    .append("\",\"date\":\"")
                    .append(day)
                    .append(time)
                    .append("\",\"dateUserPerspective\":\"")
                    .append(day)
                    .append("T%02d:%02d:00Z".formatted(i % 18, i % 60))
                    .append("\",\"has-start-time\":\"1\",\"hours\":\"")
                    .append(minutes / 60)
                    .append("\",\"minutes\":\"")
                    .append(minutes % 60)
                    .append("\",\"hoursDecimal\":")
                    .append(minutes % 60 == 0 ? "\"" + minutes / 60 + "\"" : minutes / 60 + "." + (10 + minutes % 60))
                    .append(",\"isbillable\":\"")
                    .append(i % 2)
                    .append("\",\"isbilled\":\"0\",\"invoiceNo\":\"")
                    .append(i % 10 == 0 ? "INV-17" : "")
                    .append("\",\"invoiceStatus\":\"\",\"task-tags\":[],\"tags\":")
                    .append(i % 4 == 0 ? "[{\"id\":\"15989\",\"name\":\"tag1\",\"color\":\"#2f8de4\"}]" : "[]")
                    .append(",\"id\":\"")
                    .append(i + 1)
                    .append("\",\"canEdit\":true,\"createdAt\":\"")
                    .append(day)
                    .append("T20:33:45Z\",\"updated-date\":\"")
                    .append(day)
                    .append("T20:33:46Z\"")
                    .append(
                            unknownFields
                                    ? ",\"costCentre\":\"K-" + i % 9 + "\",\"rate\":{\"amount\":85.50,\"of\":[1,2]}"
                                    : "")
                    .append('}');
        }
        return json.append("],\"STATUS\":\"OK\"}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a window of LiveTimer's list with everything included. {@code total} is the size of the whole list. */
    public static byte[] liveTimer(int first, int count, int total, int start) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<time-entries total=\"")
                .append(total)
                .append("\" end=\"")
                .append(start + count - 1)
                .append("\" start=\"")
                .append(start)
                .append("\">\n");
        for (int i = first; i < first + count; i++) {
            Random random = new Random(i);
            LocalDate day = FIRST_DAY.plusDays(i % 366);
            int hour = i % 20;
            xml.append("<time-entry>\n  <id type=\"integer\">")
                    .append(i)
                    .append("</id>\n  <start-time type=\"datetime\">")
                    .append(day)
                    .append("T%02d:10:00+02:00</start-time>\n  <end-time type=\"datetime\">".formatted(hour))
                    .append(day)
                    .append("T%02d:%02d:00+02:00</end-time>\n  <duration type=\"integer\">"
                            .formatted(hour + 1, 10 + i % 40))
                    .append(60 + i % 40)
                    .append("</duration>\n  <note><![CDATA[")
                    .append(note(random))
                    .append("]]></note>\n  <created-at type=\"datetime\">")
                    .append(day)
                    .append("T20:33:45Z</created-at>\n  <updated-at type=\"datetime\">")
                    .append(day)
                    .append("T20:33:46Z</updated-at>\n<user>\n  <id type=\"integer\">")
                    .append(100 + i % 30)
                    .append(
                            "</id>\n  <name>Zo\u00eb O'Neill</name>\n  <active type=\"boolean\">true</active>\n</user>\n")
                    .append("<project>\n  <id type=\"integer\">7</id>\n  <name>Test Project</name>\n")
                    .append("  <active type=\"boolean\">true</active>\n<client>\n  <id type=\"integer\">3</id>\n")
                    .append(
                            "  <name>Digital Crew</name>\n  <active type=\"boolean\">true</active>\n</client>\n</project>\n")
                    .append("<activity>\n  <id type=\"integer\">5</id>\n  <name>Development</name>\n")
                    .append("  <active type=\"boolean\">true</active>\n</activity>\n")
                    .append("  <cost-centre>K-")
                    .append(i % 9)
                    .append("</cost-centre>\n</time-entry>\n");
        }
        return xml.append("</time-entries>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns Codebase's list as one response. */
    public static byte[] codebase(int first, int count) {
        StringBuilder xml = new StringBuilder(CODEBASE_HEAD);
        codebaseRows(xml, first, count);
        return xml.append(CODEBASE_END).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Appends some of Codebase's sessions, without the text before and after them. */
    public static void codebaseRows(StringBuilder xml, int first, int count) {
        for (int i = first; i < first + count; i++) {
            LocalDate day = FIRST_DAY.plusDays(i % 366);
            xml.append("  <time-session>\n    <id type=\"integer\">")
                    .append(i)
                    .append("</id>\n    <summary>")
                    .append(note(new Random(i)).replace("&", "&amp;"))
                    .append("</summary>\n    <minutes type=\"integer\">")
                    .append(1 + i % 480)
                    .append("</minutes>\n    <session-date type=\"date\">")
                    .append(day)
                    .append("</session-date>\n    <user-id type=\"integer\">")
                    .append(1234 + i % 30)
                    .append("</user-id>\n    ")
                    .append(
                            i % 3 == 0
                                    ? "<ticket-id type=\"integer\" nil=\"true\"/>"
                                    : "<ticket-id type=\"integer\">" + (80 + i % 20) + "</ticket-id>")
                    .append("\n    <created-at type=\"datetime\">")
                    .append(day)
                    .append("T20:33:45Z</created-at>\n    <updated-at type=\"datetime\">")
                    .append(day)
                    .append("T20:33:46Z</updated-at>\n    <milestone-id type=\"integer\">")
                    .append(i % 7)
                    .append("</milestone-id>\n  </time-session>\n");
        }
    }

    /** Returns a page of TeamPulse's list. {@code total} is the size of the whole list. */
    public static byte[] teamPulse(int first, int count, int total) {
        StringBuilder json = new StringBuilder("{\"totalResults\":")
                .append(total)
                .append(",\"top\":")
                .append(count)
                .append(",\"skip\":")
                .append(first)
                .append(",\"results\":[");
        for (int i = first; i < first + count; i++) {
            LocalDate day = FIRST_DAY.plusDays(i % 366);
            json.append(i == first ? "" : ",")
                    .append("{\"id\":")
                    .append(i + 1)
                    .append(",\"date\":\"")
                    .append(day)
                    .append("\",\"hours\":")
                    .append(i % 8)
                    .append(".5,\"type\":\"Billable\",\"userId\":")
                    .append(1 + i % 30)
                    .append(",\"taskId\":")
                    .append(1 + i % 50)
                    .append(",\"note\":\"")
                    .append(note(new Random(i)))
                    .append("\",\"week\":40,\"createdBy\":\"Zo\u00eb\",\"createdAt\":\"")
                    .append(day)
                    .append("T13:57:28.33\",\"lastModifiedBy\":\"Zo\u00eb\",\"lastModifiedAt\":\"")
                    .append(day)
                    .append("T13:57:28.33\"}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String note(Random random) {
        StringBuilder note = new StringBuilder();
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            note.append(WORDS[random.nextInt(WORDS.length)]).append(i > 1 ? " " : "");
        }
        return note.toString();
    }
}
