package dev.hourbridge.cli.service;

import dev.hourbridge.cli.config.Connection;
import dev.hourbridge.cli.config.Credentials;
import dev.hourbridge.cli.config.Key;
import dev.hourbridge.cli.config.ServiceBinding;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.ZoneId;
import java.util.List;

final class TeamworkBinding implements ServiceBinding {
    private static final Key<ZoneId> ZONE = Key.parsed(
                    "zone", "The time zone of the account.", ZoneId::of, "no such zone; give one such as Europe/Dublin")
            .required("give the account's zone, such as Europe/Dublin");

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
        TeamworkClient.Builder builder = TeamworkClient.builder()
                .baseUrl(side.get(URL))
                .zone(side.get(ZONE))
                .http(connection.http());
        credentials.find("apiKey").ifPresent(builder::apiKey);
        credentials.find("token").ifPresent(builder::token);
        return ServiceClient.of(builder.build());
    }
}
