package dev.hourbridge.resilience.creates;

import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawReply;
import dev.hourbridge.resilience.wire.RawServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers every GET as it should, once all those of a round are there, and does to POSTs
 * what it is told.
 */
final class CreateServer implements AutoCloseable {
    private final Service service;
    private final int warm;
    private final OnPost onPost;
    private final CyclicBarrier round;
    private final AtomicInteger posts = new AtomicInteger();
    private final RawServer server;
    private volatile @Nullable CountDownLatch ended;

    CreateServer(Service service, int warm, OnPost onPost) {
        this.service = service;
        this.warm = warm;
        this.onPost = onPost;
        round = new CyclicBarrier(Math.max(warm, 1));
        server = RawServer.start(this::serve);
    }

    /** What to do with a POST of which the first byte has come, and no more is read. */
    @FunctionalInterface
    interface OnPost {
        void play(RawConnection post, int number) throws IOException;
    }

    /** Ends each connection after its GET, and counts down then. */
    CreateServer closingAfterGets(CountDownLatch latch) {
        ended = latch;
        return this;
    }

    String url() {
        return server.url();
    }

    /** How many POSTs began to arrive. */
    int posts() {
        return posts.get();
    }

    private void serve(RawConnection connection) throws IOException {
        for (int first = connection.peek(); first >= 0; first = connection.peek()) {
            if (first == 'P') {
                onPost.play(connection, posts.incrementAndGet());
            } else {
                connection.readRequest();
                awaitRound();
                connection.write(RawReply.of(200)
                        .body(service.contentType(), service.entry())
                        .bytes());
                endIfAsked(connection);
            }
        }
    }

    private void endIfAsked(RawConnection connection) throws IOException {
        CountDownLatch latch = ended;
        if (latch != null) {
            connection.close();
            latch.countDown();
        }
    }

    private void awaitRound() throws IOException {
        try {
            round.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IOException(e);
        }
    }

    /** Leaves as many idle connections in the client's pool as were asked for. */
    void warm(TimeTracker tracker) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(warm, 1));
        try {
            List<Callable<Object>> gets = new ArrayList<>();
            for (int i = 0; i < warm; i++) {
                gets.add(() -> service.get(tracker));
            }
            for (Future<Object> got : threads.invokeAll(gets)) {
                got.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
