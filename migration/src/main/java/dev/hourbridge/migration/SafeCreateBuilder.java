package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.UserStateDirectory;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.TimeTracker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds a {@link SafeCreate}. Not thread-safe. */
public final class SafeCreateBuilder {
    private final Policy.Builder policy = Policy.builder().existing(ExistingRows.CREATE);
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.system();
    private @Nullable TimeTracker target;
    private @Nullable Path stateDirectory;

    SafeCreateBuilder() {}

    /** Sets the client of the account in which entries are created. Required. {@link SafeCreate} does not close it. */
    public SafeCreateBuilder target(TimeTracker target) {
        this.target = target;
        return this;
    }

    /**
     * Sets the maximum time after which an entry can appear if the response to its create was lost, at least twice the
     * {@linkplain #requestTimeout request timeout}. Default: 90 s.
     */
    public SafeCreateBuilder settle(Duration settle) {
        policy.settle(settle);
        return this;
    }

    /**
     * Sets the maximum duration of one request of the client, zero or longer. Set the client's {@code callTimeout} to
     * the same value. Default: 30 s.
     */
    public SafeCreateBuilder requestTimeout(Duration requestTimeout) {
        policy.requestTimeout(requestTimeout);
        return this;
    }

    /**
     * Sets the directory that lets creates and migrations of the same user detect each other. It is created if it does
     * not exist. If it cannot be written to, this is logged and the directory is not used. Default: the same as for
     * {@link MigrationBuilder#stateDirectory}.
     */
    public SafeCreateBuilder stateDirectory(Path stateDirectory) {
        this.stateDirectory = stateDirectory;
        return this;
    }

    /** Sets the clock that determines the current day. Default: the system clock in UTC. */
    public SafeCreateBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets the sleeper that waits for the settle time. The remaining time of a wait is measured by {@link
     * System#nanoTime()}. Default: {@link Sleeper#system()}.
     */
    public SafeCreateBuilder sleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
        return this;
    }

    /**
     * Builds the {@link SafeCreate}. Sends no request.
     *
     * @throws InvalidInputException if the target is missing, the request timeout is negative, or the settle time is
     *     less than twice the request timeout
     */
    public SafeCreate build() {
        TimeTracker client = target;
        if (client == null) {
            throw new InvalidInputException("target", "no value", "specify the client of the account");
        }
        Path state = stateDirectory == null ? UserStateDirectory.ofProcess() : stateDirectory;
        return new SafeCreate(client, policy.build(), clock, sleeper, state);
    }
}
