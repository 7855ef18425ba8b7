package dev.hourbridge.http.internal;

import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.RetryReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records events as lines of text. */
final class Recorder implements RequestListener {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<RequestEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void attemptStart(RequestEvent event) {
        lines.add("start " + event.attempt() + " " + event.operation() + " " + event.method() + " "
                + event.pathTemplate() + (event.duration().isZero() ? "" : " after " + event.duration()));
        events.add(event);
    }

    @Override
    public void attemptEnd(RequestEvent event) {
        lines.add("end " + event.attempt() + status(event));
        events.add(event);
    }

    @Override
    public void retry(RequestEvent event, RetryReason reason, Duration wait) {
        lines.add("retry after " + event.attempt() + " " + reason + " " + wait);
        events.add(event);
    }

    @Override
    public void throttled(RequestEvent event, Duration wait) {
        lines.add("throttled " + wait);
        events.add(event);
    }

    @Override
    public void callEnd(RequestEvent event) {
        String failure = event.failure()
                .map(exception -> " " + exception.getClass().getSimpleName())
                .orElse("");
        lines.add("call " + event.operation() + status(event) + " " + event.duration() + failure);
        events.add(event);
    }

    private static String status(RequestEvent event) {
        return event.status().isPresent() ? " " + event.status().getAsInt() : "";
    }
}
