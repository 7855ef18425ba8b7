package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.MappingResult;
import dev.hourbridge.migration.internal.sqlite.PlannedContent;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Counts entries that were sent and would be planned differently now, because the mapping or the policy changed. */
final class RemappedEntries {
    private static final int MAX_SAMPLES = 3;

    private final Capabilities target;
    private final List<String> samples = new ArrayList<>();
    private long count;

    RemappedEntries(Capabilities target) {
        this.target = target;
    }

    /** Compares what was sent with how the entry that the source lists is mapped now. */
    void compare(TimeEntry listed, MappingResult result, PlannedContent sent) {
        boolean isUnchanged = sent.source().digest().equals(EntryDigest.of(listed));
        if (isUnchanged && !isSame(result, sent)) {
            count++;
            if (samples.size() < MAX_SAMPLES) {
                samples.add(listed.id().id());
            }
        }
    }

    /** The duration does not count: sum-preserving rounding depends on the entries that it was sent with. */
    private boolean isSame(MappingResult result, PlannedContent sent) {
        if (!result.isComplete()) {
            return false;
        }
        PlannedContent now = PlannedContent.of(sent.source(), result, target)
                .withDuration(sent.create().workTime().duration(), target);
        NewTimeEntry before = sent.create();
        NewTimeEntry after = now.create();
        return now.fingerprint().equals(sent.fingerprint())
                && after.project().equals(before.project())
                && after.task().equals(before.task())
                && after.activity().equals(before.activity())
                && after.billable() == before.billable()
                && Set.copyOf(after.tags()).equals(Set.copyOf(before.tags()));
    }

    long count() {
        return count;
    }

    List<String> samples() {
        return samples;
    }
}
