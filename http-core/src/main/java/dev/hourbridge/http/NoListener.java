package dev.hourbridge.http;

/** The listener that hears nothing. One object, which lets a client recognize it. */
enum NoListener implements RequestListener {
    INSTANCE
}
