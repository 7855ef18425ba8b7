package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;

/**
 * The status of a project. The set is open, because the vendor's documentation shows only one value. Immutable and
 * thread-safe.
 */
@AutoValue
public abstract class ProjectStatus {
    /** An active project. */
    public static final ProjectStatus ACTIVE = of("active");

    /**
     * An archived project. Its entries are listed only with {@link ProjectType#ALL} or {@link ProjectType#ARCHIVED}.
     */
    public static final ProjectStatus ARCHIVED = of("archived");

    ProjectStatus() {}

    /** Returns the status with this name. */
    public static ProjectStatus of(String name) {
        return new AutoValue_ProjectStatus(name);
    }

    /** Returns the name that the service uses. */
    public abstract String name();

    /** Returns the name that the service uses. */
    @Override
    public final String toString() {
        return name();
    }
}
