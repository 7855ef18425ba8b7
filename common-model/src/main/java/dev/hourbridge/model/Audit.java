package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The users who wrote an entry and the times when they did, where the service returns them. The names are the
 * service's own texts, not ids. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class Audit {
    private static final Audit UNKNOWN = builder().build();

    Audit() {}

    /** Returns an audit without values. */
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

    /** Returns the user who created it. */
    public Optional<String> createdBy() {
        return Optional.ofNullable(getCreatedBy());
    }

    /** Returns the time of the last change. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(getUpdatedAt());
    }

    /** Returns the user who changed it last. */
    public Optional<String> updatedBy() {
        return Optional.ofNullable(getUpdatedBy());
    }

    // Null instead of an Optional, which takes 16 bytes a value.

    abstract @Nullable Instant getCreatedAt();

    abstract @Nullable String getCreatedBy();

    abstract @Nullable Instant getUpdatedAt();

    abstract @Nullable String getUpdatedBy();

    /** Returns the values. The format may change. */
    @Override
    public final String toString() {
        return "Audit{createdAt=" + createdAt() + ", createdBy=" + createdBy() + ", updatedAt=" + updatedAt()
                + ", updatedBy=" + updatedBy() + "}";
    }

    /** Returns a builder with this audit's values. */
    public abstract Builder toBuilder();

    /** Builds an {@link Audit}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the time at which the entry was created. Default: unknown. */
        public abstract Builder createdAt(Instant createdAt);

        /** Sets the user who created it. Default: unknown. */
        public abstract Builder createdBy(String createdBy);

        /** Sets the time of the last change. Default: unknown. */
        public abstract Builder updatedAt(Instant updatedAt);

        /** Sets the user who changed it last. Default: unknown. */
        public abstract Builder updatedBy(String updatedBy);

        /** Returns the audit. */
        public abstract Audit build();
    }
}
