package dev.hourbridge.migration;

/** The end of a process, as sudden as a test can make it. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    public Crash() {
        super("the process ends here", null, false, false);
    }
}
