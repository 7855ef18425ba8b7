package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;

/**
 * The status of a project: an open set, because the vendor document shows only one value. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class ProjectStatus {
    /** An active project. */
    public static final ProjectStatus ACTIVE = of("active");

    /** An archived project, whose entries are listed only with {@link ProjectType#ALL} or {@link ProjectType#ARCHIVED}. */
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
