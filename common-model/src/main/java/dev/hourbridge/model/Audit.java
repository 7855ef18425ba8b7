package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who created and last changed an entry, and when, where the service returns this. The names are display names from the
 * service, not ids. Immutable and thread-safe.
 */
@AutoValue
public abstract class Audit {
    private static final Audit UNKNOWN = builder().build();

    Audit() {}

    /** Returns an audit with every field empty. */
    public static Audit unknown() {
        return UNKNOWN;
    }

    /** Returns a builder with every field empty. */
    public static Builder builder() {
        return new AutoValue_Audit.Builder();
    }

    /** Returns the time at which the entry was created. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(getCreatedAt());
    }

    /** Returns the user who created the entry. */
    public Optional<String> createdBy() {
        return Optional.ofNullable(getCreatedBy());
    }

    /** Returns the time of the last change. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(getUpdatedAt());
    }

    /** Returns the user who last changed the entry. */
    public Optional<String> updatedBy() {
        return Optional.ofNullable(getUpdatedBy());
    }

    // Null instead of an Optional, which takes 16 bytes a value.

    abstract @Nullable Instant getCreatedAt();

    abstract @Nullable String getCreatedBy();

    abstract @Nullable Instant getUpdatedAt();

    abstract @Nullable String getUpdatedBy();

    /** Returns a text with the values. The format may change. */
    @Override
    public final String toString() {
        return "Audit{createdAt=" + createdAt() + ", createdBy=" + createdBy() + ", updatedAt=" + updatedAt()
                + ", updatedBy=" + updatedBy() + "}";
    }

    /** Returns a builder with this audit's values. */
    public abstract Builder toBuilder();

    /** Builds an {@link Audit}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the time at which the entry was created. Default: unknown. */
        public abstract Builder createdAt(Instant createdAt);

        /** Sets the user who created the entry. Default: unknown. */
        public abstract Builder createdBy(String createdBy);

        /** Sets the time of the last change. Default: unknown. */
        public abstract Builder updatedAt(Instant updatedAt);

        /** Sets the user who last changed the entry. Default: unknown. */
        public abstract Builder updatedBy(String updatedBy);

        /** Returns the audit. */
        public abstract Audit build();
    }
}
