package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryFilter;
import dev.hourbridge.migration.internal.mapping.FilterText;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a plan reports in addition to its entries.
 *
 * @param incomplete the number of entries that cannot be sent because something is unmapped or missing
 * @param incompleteDuration their total duration
 * @param listed the number of entries that the source listed, including those of an earlier plan; empty in a ledger of
 *     an earlier version
 * @param listedDuration their total duration
 * @param sentNotListed the number of entries that an earlier plan handled and that the source no longer lists
 * @param sentAndIncomplete the number of entries that were sent before and cannot be planned now
 * @param deletedAtSource the number of entries that the source lists as deleted
 * @param filter the filter of the plan
 * @param filtered the number of entries in the range that the filter excludes
 * @param skipped the number of entries that the mapping skips
 * @param skippedDuration their total duration
 * @param sentAndSkipped the number of entries that were sent before and are now skipped
 * @param sentBefore the number of entries that an earlier plan handled
 * @param namedNotFound the number of named entries that the source does not list
 * @param mustKeep the fields that must not have losses
 * @param forbiddenLosses the fields among them that would have losses
 * @param acceptsPossibleDuplicates whether entries are sent even if rows resemble them
 * @param existingRows the number of rows that are equal to entries to be sent
 * @param existingSamples the ids of some of these rows
 */
public record PlanSummary(
        long incomplete,
        Duration incompleteDuration,
        OptionalLong listed,
        Duration listedDuration,
        long sentNotListed,
        long sentAndIncomplete,
        long deletedAtSource,
        EntryFilter filter,
        long filtered,
        long skipped,
        Duration skippedDuration,
        long sentAndSkipped,
        long sentBefore,
        long namedNotFound,
        List<EntryField> mustKeep,
        List<EntryField> forbiddenLosses,
        boolean acceptsPossibleDuplicates,
        long existingRows,
        List<String> existingSamples) {

    static final String INCOMPLETE = "incomplete";
    static final String REFUSED_LOSSES = "refused losses";

    /** More than any account contains, and far below the maximum of a duration. */
    private static final Duration MAX_DURATION = Duration.ofDays(1_000_000_000);

    private static final String ACCEPTS_POSSIBLE_DUPLICATES = "accepts possible duplicates";
    private static final String INCOMPLETE_DURATION = "incomplete time";
    private static final String LISTED = "listed at source";
    private static final String LISTED_DURATION = "listed time";
    private static final String NOT_LISTED = "sent and not listed";
    private static final String SENT_AND_INCOMPLETE = "sent and incomplete";
    private static final String DELETED = "deleted at source";
    private static final String FILTER = "filter";
    private static final String FILTERED = "not in the filter";
    private static final String SKIPPED = "skipped";
    private static final String SKIPPED_DURATION = "skipped time";
    private static final String SENT_AND_SKIPPED = "sent and skipped";
    private static final String SENT_BEFORE = "sent before";
    private static final String NOT_FOUND = "named and not found";
    private static final String MUST_KEEP = "must keep";
    private static final String EXISTING = "existing rows";
    private static final String EXISTING_SAMPLES = "existing samples";

    /** Reads the summary. A value that a ledger of an earlier version lacks has its default. */
    static PlanSummary read(Meta meta) {
        List<EntryField> forbidden =
                meta.parsed(REFUSED_LOSSES, PlanSummary::fields).orElse(List.of());
        return new PlanSummary(
                meta.number(INCOMPLETE),
                meta.parsed(INCOMPLETE_DURATION, PlanSummary::duration).orElse(Duration.ZERO),
                meta.parsed(LISTED, text -> OptionalLong.of(Long.parseLong(text)))
                        .orElse(OptionalLong.empty()),
                meta.parsed(LISTED_DURATION, PlanSummary::duration).orElse(Duration.ZERO),
                meta.number(NOT_LISTED),
                meta.number(SENT_AND_INCOMPLETE),
                meta.number(DELETED),
                meta.parsed(FILTER, FilterText::parse).orElse(EntryFilter.all()),
                meta.number(FILTERED),
                meta.number(SKIPPED),
                meta.parsed(SKIPPED_DURATION, Duration::parse).orElse(Duration.ZERO),
                meta.number(SENT_AND_SKIPPED),
                meta.number(SENT_BEFORE),
                meta.number(NOT_FOUND),
                meta.parsed(MUST_KEEP, PlanSummary::fields).orElse(forbidden),
                forbidden,
                acceptsPossibleDuplicates(meta),
                meta.number(EXISTING),
                samples(meta, EXISTING_SAMPLES));
    }

    static boolean acceptsPossibleDuplicates(Meta meta) {
        return meta.parsed(ACCEPTS_POSSIBLE_DUPLICATES, Boolean::parseBoolean).orElse(false);
    }

    private static List<String> samples(Meta meta, String key) {
        return meta.text(key)
                .filter(text -> !text.isEmpty())
                .map(text -> Arrays.asList(text.split(EntryColumns.SEPARATOR)))
                .orElse(List.of());
    }

    /** Writes the summary, inside the transaction that records the plan. */
    void write(Meta meta) {
        meta.set(INCOMPLETE, incomplete);
        meta.set(INCOMPLETE_DURATION, incompleteDuration);
        listed.ifPresent(count -> meta.set(LISTED, count));
        meta.set(LISTED_DURATION, listedDuration);
        meta.set(NOT_LISTED, sentNotListed);
        meta.set(SENT_AND_INCOMPLETE, sentAndIncomplete);
        meta.set(DELETED, deletedAtSource);
        meta.set(FILTER, FilterText.of(filter));
        meta.set(FILTERED, filtered);
        meta.set(SKIPPED, skipped);
        meta.set(SKIPPED_DURATION, skippedDuration);
        meta.set(SENT_AND_SKIPPED, sentAndSkipped);
        meta.set(SENT_BEFORE, sentBefore);
        meta.set(NOT_FOUND, namedNotFound);
        meta.set(MUST_KEEP, names(mustKeep));
        meta.set(REFUSED_LOSSES, names(forbiddenLosses));
        meta.set(ACCEPTS_POSSIBLE_DUPLICATES, acceptsPossibleDuplicates);
        meta.set(EXISTING, existingRows);
        meta.set(EXISTING_SAMPLES, String.join(EntryColumns.SEPARATOR, existingSamples));
    }

    private static String names(Collection<EntryField> fields) {
        return fields.stream().map(EntryField::name).collect(Collectors.joining(", "));
    }

    private static List<EntryField> fields(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(", ")).map(EntryField::valueOf).toList();
    }

    /** Reads a duration of plausible length, because the sum of several must not overflow. */
    private static Duration duration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.abs().compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException("a duration that no plan has");
        }
        return duration;
    }
}
