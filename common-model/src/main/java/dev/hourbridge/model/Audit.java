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

    /** A builder with every field empty. */
    public static Builder builder() {
        return new AutoValue_Audit.Builder();
    }

    /** When the entry was made. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(getCreatedAt());
    }

    /** Who made it. */
    public Optional<String> createdBy() {
        return Optional.ofNullable(getCreatedBy());
    }

    /** When it was last changed. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(getUpdatedAt());
    }

    /** Who changed it last. */
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

    /** A builder with this audit's values. */
    public abstract Builder toBuilder();

    /** Builds an {@link Audit}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** When the entry was made. Default: unknown. */
        public abstract Builder createdAt(Instant createdAt);

        /** Who made it. Default: unknown. */
        public abstract Builder createdBy(String createdBy);

        /** When it was last changed. Default: unknown. */
        public abstract Builder updatedAt(Instant updatedAt);

        /** Who changed it last. Default: unknown. */
        public abstract Builder updatedBy(String updatedBy);

        /** The audit. */
        public abstract Audit build();
    }
}
