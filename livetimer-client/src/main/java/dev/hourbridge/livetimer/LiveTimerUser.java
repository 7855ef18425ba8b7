package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A person as LiveTimer shows one within an entry, asked for by {@link Include#USERS}. The fields are
 * those of the vendor's page on users. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class LiveTimerUser {
    LiveTimerUser() {}

    static Builder builder() {
        return new AutoValue_LiveTimerUser.Builder().unknownFields(Map.of());
    }

    /** The person's own number. Wire name {@code id}. */
    public abstract long id();

    /** The name that the person logs in by. Wire name {@code name}. */
    public abstract Optional<String> name();

    /** The first name. Wire name {@code first-name}. */
    public abstract Optional<String> firstName();

    /** The last name. Wire name {@code last-name}. */
    public abstract Optional<String> lastName();

    /** Whether the person may still log in. Wire name {@code active}. */
    public abstract Optional<Boolean> active();

    /** A code of the account's own. Wire name {@code code}. */
    public abstract Optional<String> code();

    /** The mail address. Wire name {@code email}. */
    public abstract Optional<String> email();

    /** A web address. Wire name {@code url}. */
    public abstract Optional<String> url();

    /** When the person was added. Wire name {@code created-at}. */
    public abstract Optional<Instant> createdAt();

    /** When the person was last changed. Wire name {@code updated-at}. */
    public abstract Optional<Instant> updatedAt();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    /** First and last name, or what there is of them, or the name to log in by; empty for none at all. */
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

        abstract Map<String, String> unknownFields();

        abstract LiveTimerUser autoBuild();

        final LiveTimerUser build() {
            unknownFields(
                    unknownFields().isEmpty()
                            ? Map.of()
                            : Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
