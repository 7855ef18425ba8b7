package dev.hourbridge.migration;

/**
 * Receives the progress of a step, about once per entry. It is called on the migration's threads, one call at a time.
 * It must return quickly and must not throw an exception.
 *
 * <pre>{@code
 * ProgressListener listener = progress -> System.out.println(progress.phase() + ": " + progress.done());
 * }</pre>
 */
@FunctionalInterface
public interface ProgressListener {

    /** Called with the current progress. */
    void onProgress(Progress progress);

    /**
     * Called for a problem that the user should know about but that does not stop the step, such as a state directory
     * that cannot be written. The default implementation does nothing.
     */
    default void onWarning(String message) {}
}
