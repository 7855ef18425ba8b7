package dev.hourbridge.simulators.internal;

import dev.hourbridge.simulators.FaultPlan;
import dev.hourbridge.simulators.RequestLog;
import dev.hourbridge.simulators.Simulator;
import java.net.URI;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.function.Supplier;

/**
 * The common base of the four simulators: a server with a store of entries.
 *
 * <p>A subclass contains the vendor's account and adds its people, projects and options. Every method acquires the
 * server's lock, so a test sees the state between two requests and never a half-processed request.
 *
 * @param <E> the type of the entries that the service stores
 */
public abstract class AbstractSimulator<E> implements Simulator<E> {
    private static final Year DEFAULT_YEAR = Year.of(2024);
    /** In earlier years, clocks changed on other days. */
    private static final Year FIRST_YEAR = Year.of(2007);

    /** Work across midnight on 31 December ends in the following year, which must also have four digits. */
    private static final Year LAST_YEAR = Year.of(9998);

    /** The state of the service. Read and changed only under the server's lock. */
    private final EntryStore<E> store;

    private final SimulatorServer server;

    /** Starts the server. */
    protected AbstractSimulator(EntryStore<E> store, Service service, int port, Clock clock) {
        this.store = store;
        this.server = SimulatorServer.start(service, port, clock);
    }

    /** Reads the service's state between two requests. */
    protected final <T> T read(Supplier<T> action) {
        return server.locked(action);
    }

    /** Changes the service's state between two requests. */
    protected final void change(Runnable action) {
        server.locked(() -> {
            action.run();
            return true;
        });
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public final FaultPlan faults() {
        return server.faults();
    }

    @Override
    public final RequestLog requests() {
        return server.log();
    }

    @Override
    public final void mode(Mode mode) {
        server.mode(mode);
    }

    @Override
    public final List<E> entries() {
        return read(store::all);
    }

    @Override
    public final E add(E entry) {
        return read(() -> store.create(entry));
    }

    @Override
    public final void addAll(List<E> entries) {
        change(() -> entries.forEach(store::create));
    }

    @Override
    public final void remove(long id) {
        change(() -> store.remove(id));
    }

    @Override
    public final void seed(long seed, int entries) {
        seed(seed, entries, DEFAULT_YEAR);
    }

    @Override
    public final void seed(long seed, int entries, Year year) {
        if (entries < 0) {
            throw new IllegalArgumentException("entries must not be negative but is " + entries + ".");
        }
        if (year.isBefore(FIRST_YEAR) || year.isAfter(LAST_YEAR)) {
            throw new IllegalArgumentException(
                    "year must be " + FIRST_YEAR + " to " + LAST_YEAR + " but is " + year + ".");
        }
        change(() -> store.invent(seed, entries, year).forEach(store::create));
    }

    @Override
    public final void close() {
        server.close();
    }
}
