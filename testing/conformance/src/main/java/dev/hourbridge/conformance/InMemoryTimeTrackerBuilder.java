package dev.hourbridge.conformance;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.InvalidInputException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds an {@link InMemoryTimeTracker}. Not thread-safe. */
public final class InMemoryTimeTrackerBuilder {
    final Account account;
    final Capabilities capabilities;
    final EntryStore store;
    String owner = "1";
    boolean knowsOwner = true;
    int pageSize = 100;
    Clock clock = Clock.systemUTC();
    UnaryOperator<String> projectOfTask = task -> "";

    @Nullable
    Directory directory;

    /** Creates a builder for additional clients of the service with this store. */
    InMemoryTimeTrackerBuilder(Account account, Capabilities capabilities, EntryStore store) {
        this.account = account;
        this.capabilities = capabilities;
        this.store = store;
    }

    /** Sets the owner of the credentials. Entries that name no person belong to this person. Default: {@code 1}. */
    public InMemoryTimeTrackerBuilder owner(String personId) {
        owner = personId;
        return this;
    }

    /**
     * Sets whether a client that cannot write entries for other people knows the owner of its credentials. Default:
     * true.
     */
    public InMemoryTimeTrackerBuilder knowsOwner(boolean knowsOwner) {
        this.knowsOwner = knowsOwner;
        return this;
    }

    /**
     * Sets the maximum number of entries per page, 1 or more. Default: 100.
     *
     * @throws InvalidInputException if the number is less than 1
     */
    public InMemoryTimeTrackerBuilder pageSize(int entries) {
        if (entries < 1) {
            throw new InvalidInputException("pageSize", "a number less than 1", "specify 1 or more");
        }
        pageSize = entries;
        return this;
    }

    /** Sets the clock for the creation and update timestamps and for the server's time. Default: the system clock. */
    public InMemoryTimeTrackerBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets a function that returns the project id for a task id, for services in which a task implies its project. It
     * returns an empty string for a task without a project. Default: no task has a project.
     */
    public InMemoryTimeTrackerBuilder projectOfTask(UnaryOperator<String> projectOfTask) {
        this.projectOfTask = projectOfTask;
        return this;
    }

    /** Sets the directory. Default: the client has no directory. */
    public InMemoryTimeTrackerBuilder directory(Directory directory) {
        this.directory = directory;
        return this;
    }

    /** Builds the client. */
    public InMemoryTimeTracker build() {
        return new InMemoryTimeTracker(this);
    }
}
