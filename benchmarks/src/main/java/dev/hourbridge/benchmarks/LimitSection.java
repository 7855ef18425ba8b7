package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.services.GeneratedServices;
import dev.hourbridge.benchmarks.services.RequestLimit;
import dev.hourbridge.teamwork.TeamworkClient;
import dev.hourbridge.teamwork.TeamworkEntry;
import dev.hourbridge.teamwork.TeamworkEntryQuery;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/** Measures a long list under a rate limit that only the responses announce. */
final class LimitSection implements Section {
    private static final int PER_SECOND = 100;
    private static final int SECONDS = 12;
    private static final int PAGE_SIZE = 10;

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public List<Row> run() throws IOException {
        RequestLimit limit = new RequestLimit(PER_SECOND);
        try (GeneratedServices services = GeneratedServices.start(PER_SECOND * SECONDS * PAGE_SIZE, limit);
                TeamworkClient client = TeamworkClient.builder()
                        .baseUrl(services.url())
                        .apiKey("key")
                        .zone(ZoneOffset.UTC)
                        .build()) {
            int entries = 0;
            for (TeamworkEntry entry : client.timeEntries()
                    .list(TeamworkEntryQuery.builder().pageSize(PAGE_SIZE).build())
                    .prefetch(8)) {
                entries += entry.id() > 0 ? 1 : 0;
            }
            if (entries != PER_SECOND * SECONDS * PAGE_SIZE) {
                throw new IllegalStateException("only " + entries + " entries came");
            }
        }
        return List.of(
                Row.of(
                        "listing under a limit of 100 requests a second, `prefetch(8)`",
                        "%.1f requests/s".formatted(limit.used() * PER_SECOND),
                        "the limit: " + PER_SECOND + " requests/s",
                        limit.used(),
                        Row.Goal.atLeast(0.98)),
                Row.of(
                        "the same: throttled responses",
                        Integer.toString(limit.throttled()),
                        "of " + PER_SECOND * SECONDS,
                        limit.throttled(),
                        Row.Goal.atMost(0)));
    }
}
