package dev.hourbridge.cli;

import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.LiveTimerEntry;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.livetimer.UserTerm;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.TimeTracker;
import java.util.Optional;

/** Who LiveTimer takes the owner of a credential for. Nothing in its API says so but their own entries. */
final class LiveTimerOwner {
    private LiveTimerOwner() {}

    /** One request; empty for another service, and where the owner has no entries yet. */
    static Optional<String> of(TimeTracker tracker) {
        TimeTracker plain = tracker instanceof NamingTracker named ? named.tracker() : tracker;
        if (!(plain instanceof LiveTimerClient client)) {
            return Optional.empty();
        }
        LiveTimerFilter own = LiveTimerFilter.builder().users(UserTerm.ME).build();
        try (CloseableIterator<LiveTimerEntry> entries =
                client.timeEntries().list(own).iterator()) {
            return entries.hasNext()
                    ? entries.next().userId().stream().mapToObj(Long::toString).findFirst()
                    : Optional.empty();
        }
    }
}
