package dev.hourbridge.migration;

import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.model.Capabilities;
import java.time.ZoneId;
import java.util.List;

/** What the four services can hold. */
public enum Profiles {
    CODEBASE,
    TEAMWORK,
    TEAMPULSE,
    LIVETIMER;

    public static final ZoneId TEAMWORK_ZONE = ZoneId.of("America/New_York");

    public Capabilities capabilities() {
        return switch (this) {
            case CODEBASE -> SampleCapabilities.codebase();
            case TEAMWORK -> SampleCapabilities.teamwork(TEAMWORK_ZONE);
            case TEAMPULSE -> SampleCapabilities.teamPulse();
            case LIVETIMER -> SampleCapabilities.liveTimer();
        };
    }

    /** The twelve ways from one service to another. */
    public static List<Profiles[]> pairs() {
        return List.of(values()).stream()
                .flatMap(from ->
                        List.of(values()).stream().filter(to -> to != from).map(to -> new Profiles[] {from, to}))
                .toList();
    }
}
