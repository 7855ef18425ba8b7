package dev.hourbridge.http.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A 401: what was refused, and what the service asks for. Immutable. */
public final class Challenge {
    private final @Nullable String refused;
    private final List<String> wwwAuthenticate;

    Challenge(@Nullable String refused, List<String> wwwAuthenticate) {
        this.refused = refused;
        this.wwwAuthenticate = List.copyOf(wwwAuthenticate);
    }

    /** The {@code Authorization} header that was refused; empty if none was sent. */
    public Optional<String> rejectedHeader() {
        return Optional.ofNullable(refused);
    }

    /** The {@code WWW-Authenticate} headers, in order. */
    public List<String> wwwAuthenticate() {
        return wwwAuthenticate;
    }
}
