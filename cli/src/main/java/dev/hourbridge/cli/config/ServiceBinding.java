package dev.hourbridge.cli.config;

import dev.hourbridge.model.AuthenticationException;
import java.util.List;

/**
 * Binds a service to the command: its keys in the configuration file, its credentials and its client.
 *
 * <p>The command accesses a service only through its binding. To add a fifth service, add a binding and list it in
 * {@code Services}; nothing else in the command names a service.
 */
public interface ServiceBinding {
    /** The address of a service, for bindings with an address. */
    Key<String> URL = Key.text("url", "The address of the service.").required("");

    /** Returns the name of the service in the configuration file, such as {@code livetimer}. */
    String word();

    /** Returns the name of the service, such as {@code LiveTimer}. */
    String displayName();

    /** Returns the keys of the service, without the keys that all services have. */
    List<Key<?>> keys();

    /**
     * Returns the sets of credentials, of which the file must contain exactly one complete set; empty for a service
     * without credentials.
     */
    List<List<String>> credentialSets();

    /** Returns whether the service, as the target, accepts the credentials of several people. */
    default boolean takesCredentialsOfPeople() {
        return false;
    }

    /** Returns whether entries can be read from the service, but not written to it. */
    default boolean isSourceOnly() {
        return false;
    }

    /**
     * Creates a client. Sends no request, except for a value that the file omits and the service reports.
     *
     * @throws dev.hourbridge.model.HourbridgeException if such a request fails
     */
    ServiceClient connect(ServiceConfiguration side, Credentials credentials, Connection connection);

    /** Returns a remedy for rejected credentials, in addition to the client's message; empty for none. */
    default String remedy(AuthenticationException rejected) {
        return "";
    }
}
