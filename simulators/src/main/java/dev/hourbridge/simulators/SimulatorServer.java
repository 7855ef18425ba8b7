package dev.hourbridge.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on 127.0.0.1 with one service behind it. One lock guards the service's state: requests
 * are processed one at a time, and sent outside of it.
 */
final class SimulatorServer implements AutoCloseable {
    private static final String HTML_PAGE =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Please sign in.</p></body></html>";

    private final Service service;
    private final MockWebServer server = new MockWebServer();
    private final NoDelaySockets sockets = new NoDelaySockets();
    private final ReentrantLock lock = new ReentrantLock(true);
    private final LateCommits lateCommits;
    private final RequestLog log = new RequestLog();
    private final FaultPlan faults = new FaultPlan(this::commitAll, this::pendingCommits);

    private SimulatorServer(Service service, Clock clock) {
        this.service = service;
        this.lateCommits = new LateCommits(clock, service::answer);
    }

    /** @param port 0 for any that is free */
    static SimulatorServer start(Service service, int port, Clock clock) {
        SimulatorServer simulator = new SimulatorServer(service, clock);
        simulator.server.setServerSocketFactory(simulator.sockets);
        simulator.server.setDispatcher(simulator.dispatcher());
        try {
            simulator.server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
        return simulator;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    FaultPlan faults() {
        return faults;
    }

    RequestLog log() {
        return log;
    }

    /** Reads or changes the service's state between two requests. */
    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            lateCommits.commitWhatTheClockSays();
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        faults.release();
        server.close();
    }

    private void commitAll() {
        locked(() -> {
            lateCommits.commitAll();
            return true;
        });
    }

    private int pendingCommits() {
        return locked(lateCommits::size);
    }

    private Dispatcher dispatcher() {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                // MockWebServer keeps every request until it is taken.
                while (server.takeRequest(0, TimeUnit.MILLISECONDS) != null) {}
                return respond(request);
            }
        };
    }

    private MockResponse respond(RecordedRequest request) throws InterruptedException {
        Call call;
        try {
            call = Call.of(request);
        } catch (IllegalArgumentException e) {
            return WireResponse.of(service.failure(400)).build();
        }
        LoggedRequest logged = LoggedRequest.of(call, service.operation(call));
        log.add(logged);
        Fault fault = faults.pick(logged);
        // The gate first: who sees the request's effect and then opens the gate must open this one.
        CountDownLatch gate = faults.gate();
        Reply reply = process(call, fault);
        if (fault != null && fault.kind() == Fault.Kind.HOLD) {
            gate.await();
        }
        Duration delay = faults.latency();
        if (fault != null && fault.kind() == Fault.Kind.SLOW) {
            delay = delay.plus(fault.duration());
        }
        MockResponse.Builder response = render(reply, fault, request.getConnectionIndex());
        return response.headersDelay(delay.toNanos(), TimeUnit.NANOSECONDS).build();
    }

    private Reply process(Call call, @Nullable Fault fault) {
        return locked(() -> {
            int known = lateCommits.size();
            Reply reply = Reply.of(204);
            if (fault == null || fault.commit() == Fault.Commit.FIRST) {
                reply = service.answer(call);
            } else if (fault.commit() == Fault.Commit.LATE) {
                lateCommits.add(call, fault);
            }
            lateCommits.countRequest(known);
            return reply;
        });
    }

    private MockResponse.Builder render(Reply reply, @Nullable Fault fault, int connection) {
        if (fault == null) {
            return WireResponse.of(reply);
        }
        return switch (fault.kind()) {
            case DROP -> WireResponse.closed();
            case RESET -> {
                sockets.resetOnClose(connection);
                yield WireResponse.closed();
            }
            case TRUNCATE -> WireResponse.truncated(reply);
            case STATUS -> WireResponse.of(service.failure(fault.number()));
            case THROTTLE ->
                WireResponse.of(
                        service.throttled(fault.number(), fault.duration().toSeconds()));
            case HTML -> WireResponse.of(Reply.of(200, "text/html; charset=utf-8", HTML_PAGE));
            case GZIP_BOMB -> WireResponse.gzipBomb(fault.number());
            case SLOW, HOLD -> WireResponse.of(reply);
        };
    }
}
