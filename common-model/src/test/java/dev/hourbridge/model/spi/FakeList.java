package dev.hourbridge.model.spi;

import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A list of numbers behind a paged service, which a test may change while it is read. */
final class FakeList implements PageSource<String> {
    final List<String> rows = new ArrayList<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger inFlight = new AtomicInteger();
    final AtomicInteger mostInFlight = new AtomicInteger();
    final int pageSize;
    boolean announcesTotal = true;
    long maxRows = Long.MAX_VALUE;

    /** Called with the number of the request, 1 for the first, before it is answered. */
    IntConsumer beforeAnswer = request -> {};

    FakeList(int rows, int pageSize) {
        this.pageSize = pageSize;
        IntStream.rangeClosed(1, rows).forEach(i -> this.rows.add("r" + i));
    }

    FakeList numbered() {
        rows.replaceAll(row -> row.substring(1));
        return this;
    }

    @Override
    public Page<String> fetch(@Nullable PageToken token) {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            int page = page(token);
            requests.add(String.valueOf(page));
            beforeAnswer.accept(requests.size());
            int from = Math.min((page - 1) * pageSize, rows.size());
            int to = Math.min(page * pageSize, rows.size());
            PageToken next = to < rows.size() ? PageToken.parse("page=" + (page + 1)) : null;
            List<String> items = List.copyOf(rows.subList(from, to));
            return announcesTotal ? Page.of(items, next, rows.size()) : Page.of(items, next);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private static int page(@Nullable PageToken token) {
        return token == null ? 1 : Integer.parseInt(token.toString().substring("page=".length()));
    }

    @Override
    public String key(String item) {
        return item;
    }

    @Override
    public long maxRows() {
        return maxRows;
    }

    @Override
    public Optional<PageToken> predictNext(@Nullable PageToken token, Page<String> read) {
        int next = page(token) + 1;
        boolean within = read.total().isPresent()
                && (next - 1L) * pageSize < read.total().getAsLong();
        return within ? Optional.of(PageToken.parse("page=" + next)) : Optional.empty();
    }
}
