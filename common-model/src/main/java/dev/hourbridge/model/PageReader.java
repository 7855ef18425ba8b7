package dev.hourbridge.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages in turn, and asks for pages ahead where their tokens can be foretold. Each request
 * ahead is a daemon thread that ends with it: a page costs far more than a thread, and nothing is
 * left running when a walk is dropped.
 */
final class PageReader<R> {
    private final PageSource<R> source;
    private final int ahead;
    private final Deque<Request<R>> requests = new ArrayDeque<>();

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
        Request<R> first = requests.poll();
        if (first == null) {
            return source.fetch(token);
        }
        if (!first.token.equals(token)) {
            first.task.cancel(true);
            cancelAhead();
            return source.fetch(token);
        }
        try {
            return first.task.get();
        } catch (InterruptedException e) {
            first.task.cancel(true);
            cancelAhead();
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(Failure.builder("The wait for a page was interrupted.")
                    .cause(e)
                    .build());
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
        Request<R> last = requests.peekLast();
        PageToken from = last == null ? token : last.token;
        while (requests.size() < ahead) {
            Optional<PageToken> next = source.predictNext(from, page);
            if (next.isEmpty()) {
                return;
            }
            from = next.get();
            requests.add(Request.start(source, from));
        }
    }

    void cancelAhead() {
        requests.forEach(request -> request.task.cancel(true));
        requests.clear();
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
