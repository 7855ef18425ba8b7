package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * A file that entries are read from was cut off, edited or mixed with another one, or is of another format. The message
 * names the line. The file's counterpart of {@link MalformedResponseException}.
 */
public final class MalformedFileException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception; for implementers of {@link TimeTracker}. */
    public MalformedFileException(Failure failure) {
        super(failure, "malformed-file");
    }
}
