package dev.hourbridge.model.spi;

import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages in order, and requests pages ahead if their tokens can be predicted. Use it from one thread only, but any
 * thread may close it.
 */
final class PageReader<R> {
    private final PageSource<R> source;
    private final int ahead;

    /** Guarded by this, as is whether it is closed. The first stays until its page is there, so that a close ends the wait. */
    private final Deque<Request<R>> requests = new ArrayDeque<>();

    /**
     * How many requests may be ahead now. Each request in vain reduces it by one, and each page that was predicted increases
     * it by one: a list whose pages keep varying in size is read in turn, except for one request in vain every other page.
     */
    private int allowed;

    private boolean closed;

    PageReader(PageSource<R> source, int ahead) {
        this.source = source;
        this.ahead = ahead;
        this.allowed = ahead;
    }

    private record Request<R>(PageToken token, BackgroundRead<Page<R>> read) {}

    Page<R> read(@Nullable PageToken token) {
        boolean isAsExpected = dropWrong(Optional.ofNullable(token));
        Page<R> page = take(token);
        if (ahead > 0) {
            isAsExpected &= dropWrong(page.next());
            allow(isAsExpected);
            askAhead(token, page);
        }
        return page;
    }

    private Page<R> take(@Nullable PageToken token) {
        Request<R> first = first();
        if (first == null) {
            return source.fetch(token);
        }
        try {
            Page<R> page = first.read.await();
            removeFirst();
            return page;
        } catch (RuntimeException | Error e) {
            cancelAhead();
            throw e;
        }
    }

    /** Cancels all requests and returns false if the first is not for the page that follows. */
    private synchronized boolean dropWrong(Optional<PageToken> next) {
        Request<R> first = requests.peekFirst();
        if (first == null || next.filter(first.token::equals).isPresent()) {
            return true;
        }
        allowed = Math.max(0, allowed - requests.size());
        cancelAhead();
        return false;
    }

    private synchronized void allow(boolean isOneMore) {
        allowed = Math.min(ahead, isOneMore ? allowed + 1 : allowed);
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
        if (closed || requests.size() >= allowed) {
            return false;
        }
        requests.add(new Request<>(token, BackgroundRead.start(() -> source.fetch(token))));
        return true;
    }

    synchronized void cancelAhead() {
        requests.forEach(request -> request.read.cancel());
        requests.clear();
    }

    synchronized void close() {
        closed = true;
        cancelAhead();
    }
}
