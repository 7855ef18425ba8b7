package dev.hourbridge.cli.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers of requests.
 *
 * @param reads requests that change nothing: lists, single entries, totals, directories and tokens
 */
public record RequestCounts(long reads, long creates, long updates, long deletions) {

    /** Returns the sums of this and another. */
    public RequestCounts plus(RequestCounts others) {
        return new RequestCounts(
                reads + others.reads, creates + others.creates, updates + others.updates, deletions + others.deletions);
    }

    /** Returns the total number of requests. */
    public long total() {
        return reads + creates + updates + deletions;
    }

    /** Returns the counts as members of a JSON object. */
    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("reads", reads);
        object.put("creates", creates);
        object.put("updates", updates);
        object.put("deletions", deletions);
        return object;
    }

    @Override
    public String toString() {
        return counted(reads, "read") + ", " + counted(creates, "create") + ", " + counted(updates, "update") + ", "
                + counted(deletions, "deletion");
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
