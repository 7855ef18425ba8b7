package dev.hourbridge.teamwork;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Answers put together for a test, with the fewest fields that every entry has. */
final class Payloads {
    static final String EMPTY = "{\"time-entries\":[],\"STATUS\":\"OK\"}";
    static final String OK = "{\"STATUS\":\"OK\"}";

    private Payloads() {}

    /** Entries of these ids, all of one moment. */
    static String page(long... ids) {
        return LongStream.of(ids)
                .mapToObj(id -> entry(id, "2024-01-15T10:00:00Z", "\"has-start-time\":\"0\""))
                .collect(Collectors.joining(",", "{\"time-entries\":[", "],\"STATUS\":\"OK\"}"));
    }

    static String page(String... entries) {
        return "{\"time-entries\":[" + String.join(",", entries) + "],\"STATUS\":\"OK\"}";
    }

    static String one(String entry) {
        return "{\"time-entry\":" + entry + ",\"STATUS\":\"OK\"}";
    }

    /** An hour on project 5 by person 6. */
    static String entry(long id, String date, String more) {
        return "{\"id\":\"" + id + "\",\"date\":\"" + date + "\",\"hours\":\"1\",\"minutes\":\"0\","
                + "\"project-id\":\"5\",\"person-id\":\"6\"," + more + "}";
    }

    static String[] paging(int page, int pages, int records) {
        return new String[] {"X-Page: " + page, "X-Pages: " + pages, "X-Records: " + records};
    }
}
