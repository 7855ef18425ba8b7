package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A person that LiveTimer embeds in an entry. Included only if requested with {@link Include#USERS}. The fields are
 * those on the vendor's page about users. Immutable and thread-safe.
 */
@AutoValue
public abstract class LiveTimerUser {
    LiveTimerUser() {}

    static Builder builder() {
        return new AutoValue_LiveTimerUser.Builder().unknownFields(Map.of());
    }

    /** Returns the id. Wire name {@code id}. */
    public abstract long id();

    /** Returns the login name. Wire name {@code name}. */
    public abstract Optional<String> name();

    /** Returns the first name. Wire name {@code first-name}. */
    public abstract Optional<String> firstName();

    /** Returns the last name. Wire name {@code last-name}. */
    public abstract Optional<String> lastName();

    /** Returns whether the person may still log in. Wire name {@code active}. */
    public abstract Optional<Boolean> active();

    /** Returns the code, which is defined in the account. Wire name {@code code}. */
    public abstract Optional<String> code();

    /** Returns the email address. Wire name {@code email}. */
    public abstract Optional<String> email();

    /** Returns the URL. Wire name {@code url}. */
    public abstract Optional<String> url();

    /** Returns the time of creation. Wire name {@code created-at}. */
    public abstract Optional<Instant> createdAt();

    /** Returns the time of the last change. Wire name {@code updated-at}. */
    public abstract Optional<Instant> updatedAt();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    /**
     * Returns the first and last name, or only one of them if the other is missing, or the login name if both are
     * missing; empty if there is no name.
     */
    public final Optional<String> displayName() {
        String full = (firstName().orElse("") + " " + lastName().orElse("")).strip();
        return full.isEmpty() ? name() : Optional.of(full);
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(long id);

        abstract Builder name(String name);

        abstract Builder firstName(String firstName);

        abstract Builder lastName(String lastName);

        abstract Builder active(boolean active);

        abstract Builder code(String code);

        abstract Builder email(String email);

        abstract Builder url(String url);

        abstract Builder createdAt(Instant createdAt);

        abstract Builder updatedAt(Instant updatedAt);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract LiveTimerUser build();
    }
}
