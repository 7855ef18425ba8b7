package dev.hourbridge.http;

/** The listener that ignores all events. It is a single object that clients recognize. */
enum NoListener implements RequestListener {
    INSTANCE
}
