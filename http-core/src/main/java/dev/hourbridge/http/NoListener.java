package dev.hourbridge.http;

/** The listener that ignores all events: one object, which clients recognize. */
enum NoListener implements RequestListener {
    INSTANCE
}
