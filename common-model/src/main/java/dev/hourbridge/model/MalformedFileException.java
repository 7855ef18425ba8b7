package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * A file of entries is truncated, was edited, is a mixture of two files or is not in the expected format. The message
 * names the line. This is the counterpart of {@link MalformedResponseException} for files.
 */
public final class MalformedFileException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public MalformedFileException(Failure failure) {
        super(failure, "malformed-file");
    }
}
