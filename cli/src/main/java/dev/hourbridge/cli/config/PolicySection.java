package dev.hourbridge.cli.config;

import dev.hourbridge.migration.ChangedEntries;
import dev.hourbridge.migration.ContradictingDuration;
import dev.hourbridge.migration.DeletedEntries;
import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.RemappedEntries;
import dev.hourbridge.migration.Rounding;
import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code policy}.
 *
 * <pre>
 * policy:
 *   existing: adopt
 *   marker: trailer
 *   startPolicy: "09:00"
 * </pre>
 */
final class PolicySection {
    private static final Key<ExistingRows> EXISTING = Key.oneOf(
            "existing", "How to handle rows on the target that are equal to planned rows.", ExistingRows.class);
    private static final Key<ChangedEntries> CHANGED = Key.oneOf(
            "changed", "How to handle entries that changed at the source after they were sent.", ChangedEntries.class);
    private static final Key<DeletedEntries> DELETED = Key.oneOf(
            "deleted",
            "How to handle entries that were deleted at the source after they were sent.",
            DeletedEntries.class);
    private static final Key<Integer> MAX_DELETES = Key.integer(
            "maxDeletes",
            "The maximum number of rows that a plan may delete. A plan that deletes more is not carried out.",
            0,
            1_000_000);
    private static final Key<RemappedEntries> REMAPPED =
            Key.oneOf("remapped", "How to handle sent entries that are now mapped differently.", RemappedEntries.class);
    private static final Key<Duration> SETTLE =
            Key.duration("settle", "How long to wait before a create with a lost response counts as not executed.");
    private static final Key<Duration> REQUEST_TIMEOUT =
            Key.duration("requestTimeout", "The maximum time for one request.");
    private static final Key<Rounding> ROUNDING = Key.parsed(
                    "rounding",
                    "How durations are rounded if the target is less precise than the source.",
                    PolicySection::rounding,
                    "use nearest, up, down, sum-preserving, or step: followed by the minutes (step:15)")
            .with("pattern", "^(nearest|up|down|sum-preserving|step:[1-9][0-9]{0,2})$")
            .with("type", "string");
    private static final Key<Marker> MARKER =
            Key.oneOf("marker", "Whether and where each created entry is marked with its source.", Marker.class);
    private static final Key<Optional<LocalTime>> START_POLICY = Key.parsed(
                    "startPolicy",
                    "The start time for entries without a start, if the target requires one.",
                    PolicySection::start,
                    "use refuse, or a time of day in quotes: \"09:00\"")
            .with("pattern", "^(refuse|([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?)$")
            .with("type", "string");
    private static final Key<ContradictingDuration> CONTRADICTING_DURATION = Key.oneOf(
            "contradictingDuration",
            "Which duration to send if the duration of an entry differs from the time between its start and its end.",
            ContradictingDuration.class);
    private static final Key<Integer> PARALLEL = Key.integer(
            "parallel",
            "The maximum number of creates in flight, and of rows that undo deletes at the " + "same time.",
            1,
            64);
    static final List<Key<?>> KEYS = List.of(
            EXISTING,
            CHANGED,
            DELETED,
            MAX_DELETES,
            REMAPPED,
            SETTLE,
            REQUEST_TIMEOUT,
            ROUNDING,
            MARKER,
            START_POLICY,
            CONTRADICTING_DURATION,
            PARALLEL);

    private PolicySection() {}

    /** Reads the policy. An absent key has the default of {@link dev.hourbridge.migration.Policy}. */
    static Policy read(YamlMap section) {
        section.allowOnly(KEYS);
        Policy.Builder policy = Policy.builder();
        section.find(EXISTING).ifPresent(policy::existing);
        section.find(CHANGED).ifPresent(policy::changed);
        section.find(DELETED).ifPresent(policy::deleted);
        section.find(MAX_DELETES).ifPresent(policy::maxDeletes);
        section.find(REMAPPED).ifPresent(policy::remapped);
        section.find(SETTLE).ifPresent(policy::settle);
        section.find(REQUEST_TIMEOUT).ifPresent(policy::requestTimeout);
        section.find(ROUNDING).ifPresent(policy::rounding);
        section.find(MARKER).ifPresent(policy::marker);
        section.find(START_POLICY).flatMap(start -> start).ifPresent(policy::startPolicy);
        section.find(CONTRADICTING_DURATION).ifPresent(policy::contradictingDuration);
        section.find(PARALLEL).ifPresent(policy::parallelism);
        try {
            return policy.build();
        } catch (InvalidInputException invalid) {
            ConfigurationException error = settleTooShort(section);
            error.initCause(invalid);
            throw error;
        }
    }

    /** Returns the error for a settle time that is shorter than twice the timeout, at the key that is configured. */
    private static ConfigurationException settleTooShort(YamlMap section) {
        return section.has("settle")
                ? section.location("settle")
                        .error("is less than twice requestTimeout; use at least twice that " + "duration")
                : section.location("requestTimeout")
                        .error("is more than half of settle, which is 90s by default; set policy.settle to at least "
                                + "twice requestTimeout");
    }

    private static Optional<LocalTime> start(String text) {
        return text.equals("refuse") ? Optional.empty() : Optional.of(LocalTime.parse(text));
    }

    /** Returns the rounding for a word. */
    private static Rounding rounding(String text) {
        return switch (text) {
            case "nearest" -> Rounding.nearest();
            case "up" -> Rounding.up();
            case "down" -> Rounding.down();
            case "sum-preserving" -> Rounding.sumPreserving();
            default -> step(text);
        };
    }

    /** Returns a rounding to whole steps, such as {@code step:15}. */
    private static Rounding step(String text) {
        if (!text.startsWith("step:")) {
            throw new IllegalArgumentException("no step");
        }
        return Rounding.step(Integer.parseInt(text.substring("step:".length())));
    }
}
