package dev.hourbridge.model.spi;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A service that pages its entries by day, and gives no list of so many rows or more. */
final class FakeDays implements DaySource {
    static final Account ACCOUNT = Account.of(Service.of("fake"), "here");
    static final LocalDate DAY = LocalDate.parse("2024-02-28");

    final List<TimeEntry> rows = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final int pageSize;
    final int mostRows;
    int daysAtFirst = Integer.MAX_VALUE;
    int rowsAimedAt;
    long maxRows = Long.MAX_VALUE;

    /** Whether a range comes in one answer, not in pages. */
    boolean inOneAnswer;

    /** Called with the number of the request, 1 for the first, before it is answered. */
    IntConsumer beforeAnswer = request -> {};

    Runnable beforeEarliest = () -> {};

    /** Of the lists that come in one answer: how many were begun, and how many are not closed yet. */
    int opened;

    int open;

    FakeDays(int pageSize, int mostRows) {
        this.pageSize = pageSize;
        this.mostRows = mostRows;
        this.rowsAimedAt = Math.max(1, mostRows - 1);
    }

    FakeDays row(int id, LocalDate day) {
        rows.add(entry(id, day));
        return this;
    }

    static TimeEntry entry(int id, LocalDate day) {
        return TimeEntry.builder()
                .id(TimeEntryId.of(ACCOUNT, Integer.toString(id)))
                .workTime(WorkTime.on(day, Duration.ofMinutes(5)))
                .note("")
                .build();
    }

    static int id(TimeEntry entry) {
        return Integer.parseInt(entry.id().id());
    }

    Pager<Integer> ids(TimeEntryQuery query) {
        return Pagers.byDateRange(query, this).map(FakeDays::id);
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery part) {
        if (inOneAnswer) {
            return Pagers.streamed(() -> answer(part));
        }
        return Pagers.paged(new PageSource<TimeEntry>() {
            @Override
            public Page<TimeEntry> fetch(@Nullable PageToken token) {
                return page(part, token == null ? 1 : Integer.parseInt(token.toString()));
            }

            @Override
            public String key(TimeEntry entry) {
                return entry.id().id();
            }

            @Override
            public Optional<PageToken> predictNext(@Nullable PageToken token, Page<TimeEntry> read) {
                int next = token == null ? 2 : Integer.parseInt(token.toString()) + 1;
                boolean within = (next - 1L) * pageSize < read.total().orElse(0);
                return within ? Optional.of(PageToken.parse(Integer.toString(next))) : Optional.empty();
            }
        });
    }

    /** All rows in one answer. */
    CloseableIterator<TimeEntry> answer() {
        return answer(TimeEntryQuery.all());
    }

    private CloseableIterator<TimeEntry> answer(TimeEntryQuery part) {
        beforeAnswer.accept(begin(part));
        return new Rows(rows.stream().filter(part::matches).toList().iterator());
    }

    private synchronized int begin(TimeEntryQuery part) {
        requests.add(days(part));
        opened++;
        open++;
        return requests.size();
    }

    private synchronized void end() {
        open--;
    }

    private final class Rows implements CloseableIterator<TimeEntry> {
        private final Iterator<TimeEntry> rows;
        private final AtomicBoolean closed = new AtomicBoolean();

        Rows(Iterator<TimeEntry> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            boolean more = rows.hasNext();
            if (!more) {
                close();
            }
            return more;
        }

        @Override
        public TimeEntry next() {
            return rows.next();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                end();
            }
        }
    }

    private synchronized Page<TimeEntry> page(TimeEntryQuery part, int page) {
        requests.add(days(part) + " " + page);
        beforeAnswer.accept(requests.size());
        List<TimeEntry> all = rows.stream().filter(part::matches).toList();
        if (all.size() >= mostRows) {
            throw new ListTooLongException(
                    Failure.builder("The list is too long.").build());
        }
        int from = Math.min((page - 1) * pageSize, all.size());
        int to = Math.min(page * pageSize, all.size());
        PageToken next = to < all.size() ? PageToken.parse(Integer.toString(page + 1)) : null;
        return Page.of(all.subList(from, to), next, all.size());
    }

    private static String days(TimeEntryQuery part) {
        return part.firstDay().map(LocalDate::toString).orElse("") + ".."
                + part.lastDay().map(LocalDate::toString).orElse("");
    }

    @Override
    public boolean isStreamed() {
        return inOneAnswer;
    }

    @Override
    public Optional<LocalDate> earliest() {
        beforeEarliest.run();
        return rows.stream().map(row -> row.workTime().localDate()).min(LocalDate::compareTo);
    }

    @Override
    public long maxRows() {
        return maxRows;
    }

    @Override
    public int daysAtFirst() {
        return daysAtFirst;
    }

    @Override
    public int rowsAimedAt() {
        return rowsAimedAt;
    }
}
