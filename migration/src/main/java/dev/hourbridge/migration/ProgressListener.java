package dev.hourbridge.migration;

/**
 * Receives the progress of a step, after each entry or so. Called from the migration's threads, one call at a
 * time; must be quick, and must not throw.
 *
 * <pre>{@code
 * ProgressListener listener = progress -> System.out.println(progress.phase() + ": " + progress.done());
 * }</pre>
 */
@FunctionalInterface
public interface ProgressListener {

    /** Takes note of the progress. */
    void onProgress(Progress progress);

    /**
     * Takes note of something that the user should know and that does not stop the step, such as a state directory that
     * cannot be written. Does nothing by default.
     */
    default void onWarning(String message) {}
}
