package dev.hourbridge.http.internal;

import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.HourbridgeException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The event for one call. */
record CallEvent(
        Account account,
        String operation,
        String method,
        String pathTemplate,
        int attempt,
        OptionalInt status,
        Duration duration,
        Optional<HourbridgeException> failure)
        implements RequestEvent {}
