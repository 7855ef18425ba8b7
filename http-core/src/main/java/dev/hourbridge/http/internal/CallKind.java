package dev.hourbridge.http.internal;

/** What a request does, which decides whether it may be sent again. */
enum CallKind {
    /** Changes nothing. */
    READ,
    /** Changes nothing, and its response is read an element at a time. */
    STREAM,
    /** Changes or deletes what its path names: done twice it is done once. */
    WRITE,
    /** Makes something new: done twice it is there twice. */
    CREATE,
    /** As {@link #CREATE}, for a caller that decides itself whether to send again. */
    PREPARED_CREATE;

    boolean isCreate() {
        return this == CREATE || this == PREPARED_CREATE;
    }

    boolean isWrite() {
        return this == WRITE || isCreate();
    }
}
