package dev.hourbridge.cli.config;

import dev.hourbridge.http.HttpOptions;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a client connects.
 *
 * @param http the HTTP options
 * @param owner the person that the credential has to belong to, if the mapping writes for no other
 * @param messages takes what the user should know, one line each
 */
public record Connection(HttpOptions http, Optional<String> owner, Consumer<String> messages) {}
