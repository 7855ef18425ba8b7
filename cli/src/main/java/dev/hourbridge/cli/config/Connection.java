package dev.hourbridge.cli.config;

import dev.hourbridge.http.HttpOptions;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings that a client needs to connect.
 *
 * @param http the HTTP options
 * @param owner the person who must own the credentials, if the mapping creates entries for no other person
 * @param messages receives messages for the user, one line each
 */
public record Connection(HttpOptions http, Optional<String> owner, Consumer<String> messages) {}
