package dev.hourbridge.http.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A 401 response: the rejected header, and the schemes that the service accepts. Immutable. */
public final class Challenge {
    private final @Nullable String rejected;
    private final List<String> wwwAuthenticate;

    Challenge(@Nullable String rejected, List<String> wwwAuthenticate) {
        this.rejected = rejected;
        this.wwwAuthenticate = List.copyOf(wwwAuthenticate);
    }

    /** Returns the rejected {@code Authorization} header; empty if none was sent. */
    public Optional<String> rejectedHeader() {
        return Optional.ofNullable(rejected);
    }

    /** Returns the {@code WWW-Authenticate} headers, in order. */
    public List<String> wwwAuthenticate() {
        return wwwAuthenticate;
    }
}
