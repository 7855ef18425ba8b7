package dev.hourbridge.model.internal;

import dev.hourbridge.model.Sleeper;
import java.time.Duration;

/** The sleeper that blocks. One object, which lets a client recognize it. */
public enum SystemSleeper implements Sleeper {
    INSTANCE;

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
