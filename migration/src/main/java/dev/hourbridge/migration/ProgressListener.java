package dev.hourbridge.migration;

/**
 * Told how far a step is, after each entry or so. Called from the migration's threads, one call at a
 * time; must be quick, and must not throw.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Takes note of the progress. */
    void onProgress(Progress progress);
}
