package dev.hourbridge.http.internal;

/** The effect of a request, which determines whether it may be sent again. */
enum CallKind {
    /** Changes nothing. */
    READ,
    /** Changes nothing; the response is read one element at a time. */
    STREAM,
    /** Changes or deletes the object in its path; idempotent. */
    WRITE,
    /** Creates an object; not idempotent. */
    CREATE,
    /** Like {@link #CREATE}, but only the caller decides whether to send again. */
    PREPARED_CREATE,
    /** Like {@link #WRITE}, but only the caller decides whether to send again, even after a challenge. */
    PREPARED_WRITE;

    boolean isCreate() {
        return this == CREATE || this == PREPARED_CREATE;
    }

    boolean isWrite() {
        return this == WRITE || this == PREPARED_WRITE || isCreate();
    }

    /** Returns whether only the caller decides whether to send again. */
    boolean isPrepared() {
        return this == PREPARED_CREATE || this == PREPARED_WRITE;
    }

    /** Returns whether it may be sent again even if the service may have executed it. */
    boolean isRepeatable() {
        return this == READ || this == STREAM || this == WRITE;
    }
}
