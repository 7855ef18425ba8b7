package dev.hourbridge.http;

import java.time.Duration;

/** One object, so that it can be told from a sleeper of somebody else's. */
enum SystemSleeper implements Sleeper {
    INSTANCE;

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
