package dev.hourbridge.simulators.internal;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.FaultPlan;
import dev.hourbridge.simulators.LoggedRequest;
import dev.hourbridge.simulators.RequestLog;
import dev.hourbridge.simulators.Simulator;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ExceptionListener;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on 127.0.0.1 for one service. One lock guards the service's state. Requests are processed one at a
 * time, and responses are sent outside the lock.
 *
 * <p>The path of a request: it is parsed ({@link Call}), recorded ({@link RecordedRequests}), checked ({@link
 * HostCheck}), and gets its fault, if one is planned ({@link FaultRules}). It is processed now, later ({@link
 * LateCommits}) or never, as the fault states. Then the response, or its replacement by the fault, is sent ({@link
 * ReplyEntity}).
 */
final class SimulatorServer implements AutoCloseable {
    private static final String HTML_PAGE =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Please sign in.</p></body></html>";
    private static final int BACKLOG = 128;
    private static final TimeValue CLOSE_WAIT = TimeValue.ofSeconds(5);

    private final Service service;
    private final HttpServer server;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LateCommits lateCommits;
    private final RecordedRequests log = new RecordedRequests();
    private final FaultRules faults = new FaultRules(this::commitAll, this::pendingCommits);
    private volatile Simulator.Mode mode = Simulator.Mode.STRICT;

    private SimulatorServer(Service service, int port, Clock clock) throws IOException {
        this.service = service;
        this.lateCommits = new LateCommits(clock, this::respond);
        this.server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}))
                .setListenerPort(port)
                .setSocketConfig(SocketConfig.custom()
                        .setBacklogSize(BACKLOG)
                        // Without it, a response on a reused connection waits 40 ms for a delayed acknowledgement.
                        .setTcpNoDelay(true)
                        .setSoTimeout(Timeout.INFINITE)
                        .build())
                .setConnectionFactory(ServerConnection::of)
                .setHttpProcessor(new DefaultHttpProcessor(new ResponseContent()))
                .setRequestRouter((request, context) -> this::handle)
                .setExceptionListener(new DefectListener())
                .create();
    }

    /** @param port the port; 0 for any free port */
    static SimulatorServer start(Service service, int port, Clock clock) {
        try {
            SimulatorServer simulator = new SimulatorServer(service, port, clock);
            simulator.server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + ". Is the port in use?", e);
        }
    }

    /** Returns the address, with the port that the system chose if no port was specified. */
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Returns the planned faults. */
    FaultPlan faults() {
        return faults;
    }

    /** Returns the requests since the start. */
    RequestLog log() {
        return log;
    }

    /** Sets how strictly requests are read from now on. */
    void mode(Simulator.Mode value) {
        mode = value;
    }

    /** Runs an action on the service's state between two requests. */
    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            lateCommits.commitDue();
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        faults.release();
        server.close(CloseMode.IMMEDIATE);
        try {
            server.awaitTermination(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    private void handle(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws IOException {
        try {
            respond(request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The simulator is being closed.");
        }
    }

    private void respond(ClassicHttpRequest request, ClassicHttpResponse response)
            throws IOException, InterruptedException {
        try {
            Call call = Call.of(request, mode);
            LoggedRequest logged = RequestRecord.of(call, service.operation(call));
            log.add(logged);
            HostCheck.check(call, server.getLocalPort());
            respond(call, logged, response);
        } catch (RejectedRequestException e) {
            send(e.reply(service), ReplyEntity.Ending.COMPLETE, response);
        }
    }

    private void respond(Call call, LoggedRequest logged, ClassicHttpResponse response) throws InterruptedException {
        Fault fault = faults.pick(logged);
        // Obtained before processing, because a caller that sees the effect and then releases must release this
        // response.
        CountDownLatch gate = faults.gate();
        Reply reply = process(call, fault);
        if (fault != null && fault.kind() == Fault.Kind.HOLD) {
            gate.await();
        }
        Duration delay = faults.latency();
        if (fault != null && fault.kind() == Fault.Kind.SLOW) {
            delay = delay.plus(fault.duration());
        }
        if (!delay.isZero() && closed.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException();
        }
        send(visible(reply, fault), ending(fault), response);
    }

    private Reply process(Call call, @Nullable Fault fault) {
        return locked(() -> {
            // A request that is delayed by its own fault does not count as a further request.
            int known = lateCommits.size();
            Reply reply = Reply.of(204);
            if (fault == null || fault.commit() == Fault.Commit.FIRST) {
                reply = respond(call);
            } else if (fault.commit() == Fault.Commit.LATE) {
                lateCommits.add(call, fault);
            }
            lateCommits.countRequest(known);
            return reply;
        });
    }

    private Reply respond(Call call) {
        try {
            return service.respond(call);
        } catch (RejectedRequestException e) {
            return e.reply(service);
        }
    }

    /** Returns the reply that the caller sees instead of the real one. */
    private Reply visible(Reply reply, @Nullable Fault fault) {
        if (fault == null) {
            return reply;
        }
        return switch (fault.kind()) {
            case STATUS -> service.failure(fault.number());
            case THROTTLE -> service.throttled(fault.number(), Seconds.roundedUp(fault.duration()));
            case HTML -> Reply.of(200, "text/html; charset=utf-8", HTML_PAGE);
            case GZIP_BOMB -> GzipBomb.reply(fault.number());
            case DROP, RESET, TRUNCATE, SLOW, HOLD -> reply;
        };
    }

    private static ReplyEntity.Ending ending(@Nullable Fault fault) {
        if (fault == null) {
            return ReplyEntity.Ending.COMPLETE;
        }
        return switch (fault.kind()) {
            case DROP -> ReplyEntity.Ending.DROPPED;
            case RESET -> ReplyEntity.Ending.RESET;
            case TRUNCATE -> ReplyEntity.Ending.TRUNCATED;
            default -> ReplyEntity.Ending.COMPLETE;
        };
    }

    private static void send(Reply reply, ReplyEntity.Ending ending, ClassicHttpResponse response) {
        response.setCode(reply.status());
        reply.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        response.setEntity(new ReplyEntity(reply, ending));
    }

    /** Callers may close connections at any time. Any other exception is a bug in the simulator. */
    private static final class DefectListener implements ExceptionListener {
        private static final System.Logger LOGGER = System.getLogger(SimulatorServer.class.getName());

        @Override
        public void onError(Exception e) {
            if (!(e instanceof IOException)) {
                LOGGER.log(System.Logger.Level.ERROR, "The simulator failed.", e);
            }
        }

        @Override
        public void onError(HttpConnection connection, Exception e) {
            onError(e);
        }
    }
}
