package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;

/**
 * The status of a project as an answer spells it: an open set, since the vendor document shows only
 * one. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class ProjectStatus {
    /** Work goes on. */
    public static final ProjectStatus ACTIVE = of("active");

    /** Put away; its entries are listed only if {@link ProjectType#ALL} or {@link ProjectType#ARCHIVED} is asked for. */
    public static final ProjectStatus ARCHIVED = of("archived");

    ProjectStatus() {}

    /** The status that the service spells so. */
    public static ProjectStatus of(String name) {
        return new AutoValue_ProjectStatus(name);
    }

    /** The service's own word. */
    public abstract String name();

    /** The service's own word. */
    @Override
    public final String toString() {
        return name();
    }
}
