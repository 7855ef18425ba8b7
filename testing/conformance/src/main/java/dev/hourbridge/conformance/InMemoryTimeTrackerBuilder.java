package dev.hourbridge.conformance;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.InvalidInputException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds an {@link InMemoryTimeTracker}. Not safe for use by several threads. */
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

    /** A builder of further clients of the service whose entries are in this store. */
    InMemoryTimeTrackerBuilder(Account account, Capabilities capabilities, EntryStore store) {
        this.account = account;
        this.capabilities = capabilities;
        this.store = store;
    }

    /** Sets the person whom the credentials belong to: entries that name no person are this person's. Default: {@code 1}. */
    public InMemoryTimeTrackerBuilder owner(String personId) {
        owner = personId;
        return this;
    }

    /**
     * Sets whether the client knows the owner of its credentials, where it writes no other person's entries.
     * Default: true.
     */
    public InMemoryTimeTrackerBuilder knowsOwner(boolean knowsOwner) {
        this.knowsOwner = knowsOwner;
        return this;
    }

    /**
     * Sets how many entries a page has at most, 1 or more. Default: 100.
     *
     * @throws InvalidInputException if the number is less than 1
     */
    public InMemoryTimeTrackerBuilder pageSize(int entries) {
        if (entries < 1) {
            throw new InvalidInputException("pageSize", "a number less than 1", "give 1 or more");
        }
        pageSize = entries;
        return this;
    }

    /** Sets where the stamps of creations and updates, and the server's time, come from. Default: the machine's clock. */
    public InMemoryTimeTrackerBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets which project a task belongs to, by their ids, where a task implies its project; an empty text for
     * none. Default: none for every task.
     */
    public InMemoryTimeTrackerBuilder projectOfTask(UnaryOperator<String> projectOfTask) {
        this.projectOfTask = projectOfTask;
        return this;
    }

    /** Sets the directory. Default: the client has none. */
    public InMemoryTimeTrackerBuilder directory(Directory directory) {
        this.directory = directory;
        return this;
    }

    /** Builds the client. */
    public InMemoryTimeTracker build() {
        return new InMemoryTimeTracker(this);
    }
}
