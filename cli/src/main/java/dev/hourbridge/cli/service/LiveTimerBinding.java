package dev.hourbridge.cli.service;

import dev.hourbridge.cli.config.Connection;
import dev.hourbridge.cli.config.Credentials;
import dev.hourbridge.cli.config.Key;
import dev.hourbridge.cli.config.ServiceBinding;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.LiveTimerEntry;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.livetimer.UserTerm;
import dev.hourbridge.model.CloseableIterator;
import java.util.List;
import java.util.Optional;

/**
 * LiveTimer: user name and password. Credentials can create only their owner's entries, so a target may have
 * credentials for each person.
 */
final class LiveTimerBinding implements ServiceBinding {
    @Override
    public String word() {
        return "livetimer";
    }

    @Override
    public String displayName() {
        return "LiveTimer";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(URL);
    }

    @Override
    public List<List<String>> credentialSets() {
        return List.of(List.of("username", "password"));
    }

    @Override
    public boolean takesCredentialsOfPeople() {
        return true;
    }

    @Override
    public ServiceClient connect(ServiceConfiguration side, Credentials credentials, Connection connection) {
        LiveTimerClient.Builder builder = LiveTimerClient.builder()
                .baseUrl(side.get(URL))
                .login(credentials.get("username"), credentials.get("password"))
                .http(connection.http());
        connection.owner().ifPresent(builder::user);
        LiveTimerClient client = builder.build();
        return new ServiceClient(client, () -> owner(client));
    }

    /** Returns the owner of the credentials, which the service reports only in the owner's own entries. */
    private static Optional<String> owner(LiveTimerClient client) {
        LiveTimerFilter own = LiveTimerFilter.builder().users(UserTerm.ME).build();
        try (CloseableIterator<LiveTimerEntry> entries =
                client.timeEntries().list(own).iterator()) {
            return entries.hasNext()
                    ? entries.next().userId().stream().mapToObj(Long::toString).findFirst()
                    : Optional.empty();
        }
    }
}
