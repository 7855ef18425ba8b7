package dev.hourbridge.cli.service;

import dev.hourbridge.cli.config.Connection;
import dev.hourbridge.cli.config.Credentials;
import dev.hourbridge.cli.config.Key;
import dev.hourbridge.cli.config.ServiceBinding;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.codebase.CodebaseClient;
import java.util.List;

/**
 * Codebase: an API key with the account name and the user name. A list needs the projects, because the service lists
 * one project at a time.
 */
final class CodebaseBinding implements ServiceBinding {
    private static final Key<String> URL = Key.text("url", "The address of the service. Default: its public API.");
    private static final Key<List<String>> PROJECTS = Key.texts(
                    "projects", "The permalinks of the projects, because Codebase lists entries only by project.")
            .required("list the permalinks, such as [website, app]");

    @Override
    public String word() {
        return "codebase";
    }

    @Override
    public String displayName() {
        return "Codebase";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(URL, PROJECTS);
    }

    @Override
    public List<List<String>> credentialSets() {
        return List.of(List.of("account", "username", "apiKey"));
    }

    @Override
    public ServiceClient connect(ServiceConfiguration side, Credentials credentials, Connection connection) {
        CodebaseClient.Builder builder = CodebaseClient.builder()
                .account(credentials.get("account"))
                .username(credentials.get("username"))
                .apiKey(credentials.get("apiKey"))
                .projects(side.get(PROJECTS))
                .http(connection.http());
        side.find(URL).ifPresent(builder::baseUrl);
        return ServiceClient.of(builder.build());
    }
}
