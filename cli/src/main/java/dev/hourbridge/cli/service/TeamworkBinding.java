package dev.hourbridge.cli.service;

import dev.hourbridge.cli.config.Connection;
import dev.hourbridge.cli.config.Credentials;
import dev.hourbridge.cli.config.Key;
import dev.hourbridge.cli.config.ServiceBinding;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Teamwork: an API key or a token, and the time zone of the account, which determines when the service's days begin.
 */
final class TeamworkBinding implements ServiceBinding {
    private static final Key<ZoneId> ZONE = Key.parsed(
            "zone",
            "The time zone that the owner of the credentials has set. Default: the zone that the service reports.",
            ZoneId::of,
            "unknown zone; use a zone such as Europe/Dublin");

    @Override
    public String word() {
        return "teamwork";
    }

    @Override
    public String displayName() {
        return "Teamwork";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(URL, ZONE);
    }

    @Override
    public List<List<String>> credentialSets() {
        return List.of(List.of("apiKey"), List.of("token"));
    }

    @Override
    public ServiceClient connect(ServiceConfiguration side, Credentials credentials, Connection connection) {
        TeamworkClient.Builder builder =
                TeamworkClient.builder().baseUrl(side.get(URL)).http(connection.http());
        credentials.find("apiKey").ifPresent(builder::apiKey);
        credentials.find("token").ifPresent(builder::token);
        ZoneId zone = side.find(ZONE).orElseGet(() -> reportedZone(side, builder));
        return ServiceClient.of(builder.zone(zone).build());
    }

    /** Requests the zone with a client of an arbitrary zone, for a file that does not specify it. */
    private static ZoneId reportedZone(ServiceConfiguration side, TeamworkClient.Builder builder) {
        // The request for the zone contains no times.
        try (TeamworkClient client = builder.zone(ZoneOffset.UTC).build()) {
            return ReportedZone.of(client)
                    .orElseThrow(() -> side.location()
                            .error("zone is missing, and the service does not report it; set zone to the zone that "
                                    + "the owner of the credentials has set, such as Europe/Dublin"));
        }
    }
}
