package dev.hourbridge.model.spi;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages in turn, and asks for pages ahead where their tokens can be foretold. Each request
 * ahead is a daemon thread that ends with it: a page costs far more than a thread, and nothing keeps running when an
 * iteration is abandoned. Belongs to one thread, but any may close it.
 */
final class PageReader<R> {
    private final PageSource<R> source;
    private final int ahead;

    /** Guarded by this, as is whether it is closed. The first stays until its page is there, so that a close ends the wait. */
    private final Deque<Request<R>> requests = new ArrayDeque<>();

    private boolean closed;

    PageReader(PageSource<R> source, int ahead) {
        this.source = source;
        this.ahead = ahead;
    }

    Page<R> read(@Nullable PageToken token) {
        Page<R> page = take(token);
        if (ahead > 0) {
            askAhead(token, page);
        }
        return page;
    }

    private Page<R> take(@Nullable PageToken token) {
        Request<R> first = first();
        if (first == null) {
            return source.fetch(token);
        }
        if (!first.token.equals(token)) {
            cancelAhead();
            return source.fetch(token);
        }
        Page<R> page = await(first);
        removeFirst();
        return page;
    }

    private Page<R> await(Request<R> request) {
        try {
            return request.task.get();
        } catch (InterruptedException e) {
            cancelAhead();
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(Failure.builder("The wait for a page was interrupted.")
                    .cause(e)
                    .build());
        } catch (CancellationException e) {
            throw new ClosedIteratorException();
        } catch (ExecutionException e) {
            cancelAhead();
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void askAhead(@Nullable PageToken token, Page<R> page) {
        PageToken last = last();
        PageToken from = last == null ? token : last;
        Optional<PageToken> next = source.predictNext(from, page);
        while (next.isPresent() && ask(next.get())) {
            next = source.predictNext(next.get(), page);
        }
    }

    private synchronized @Nullable Request<R> first() {
        return requests.peekFirst();
    }

    private synchronized @Nullable PageToken last() {
        Request<R> last = requests.peekLast();
        return last == null ? null : last.token;
    }

    private synchronized void removeFirst() {
        requests.pollFirst();
    }

    /** False if there are as many requests as there may be. */
    private synchronized boolean ask(PageToken token) {
        if (closed || requests.size() == ahead) {
            return false;
        }
        requests.add(Request.start(source, token));
        return true;
    }

    synchronized void cancelAhead() {
        requests.forEach(request -> request.task.cancel(true));
        requests.clear();
    }

    synchronized void close() {
        closed = true;
        cancelAhead();
    }

    private record Request<R>(PageToken token, FutureTask<Page<R>> task) {
        static <R> Request<R> start(PageSource<R> source, PageToken token) {
            FutureTask<Page<R>> task = new FutureTask<>(() -> source.fetch(token));
            Thread thread = new Thread(task, "hourbridge-page");
            thread.setDaemon(true);
            thread.start();
            return new Request<>(token, task);
        }
    }
}
