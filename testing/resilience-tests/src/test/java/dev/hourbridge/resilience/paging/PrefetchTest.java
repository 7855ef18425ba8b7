package dev.hourbridge.resilience.paging;

import static dev.hourbridge.resilience.paging.PagedService.PAGE_SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code prefetch} promises, over the wire. */
@Timeout(60)
class PrefetchTest {
    private static final int PAGES = 8;

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void evidence(String name, String tried, String result) {
        Evidence.of(Area.CONCURRENCY, "pages ahead: " + name)
                .tried(tried)
                .result(result)
                .count(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "LiveTimer"})
    void soManyPagesAreInFlightAndOneMoreIsHeld(String name) {
        try (PagedService service = PagedService.start(name, PAGES);
                CloseableIterator<String> walk = service.list().prefetch(3).iterator()) {
            hold(service, 2, PAGES);
            walk.next();
            until(() -> service.simulator.requests().count() == 4);
            for (int i = 1; i < PAGE_SIZE; i++) {
                walk.next();
            }
            assertThat(service.simulator.requests().count()).isEqualTo(4);
            service.simulator.faults().release();
            walk.next();
            until(() -> service.simulator.requests().count() == 5);
            evidence(
                    "how many",
                    "prefetch(3) of a list of eight pages, the responses held back",
                    "three requests in flight in addition to the current page, and no more");
        }
    }

    /** From the nth request on, as the simulator counts them. */
    private static void hold(PagedService service, int from, int to) {
        for (int n = from; n <= to; n++) {
            service.simulator.faults().nth(n, Requests.any(), Fault.held());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "LiveTimer"})
    void theOrderIsKeptWhicheverAnswerComesFirst(String name) throws InterruptedException {
        try (PagedService service = PagedService.start(name, PAGES)) {
            List<String> inTurn = service.list().stream().toList();
            service.simulator.faults().nth(2, Requests.any(), Fault.held());
            List<String> ahead = new ArrayList<>();
            Thread reader = new Thread(() -> service.list().prefetch(4).forEach(ahead::add));
            reader.start();
            // Of the pages asked for, all but the held one are answered before it.
            until(() -> service.simulator.requests().count() >= PAGES + 5);
            service.simulator.faults().release();
            reader.join();
            assertThat(ahead).hasSize(PAGES * PAGE_SIZE).isEqualTo(inTurn);
            assertThat(service.simulator.requests().count()).isEqualTo(2 * PAGES);
            evidence("order", "one page's response held back until the later ones came", "the order of a walk in turn");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "LiveTimer"})
    void anErrorComesWhereItsPageWouldHave(String name) {
        try (PagedService service = PagedService.start(name, PAGES)) {
            List<String> inTurn = service.list().stream().toList();
            // Which of the pages fails is a matter of chance: several of them are asked for at once.
            service.simulator.faults().nth(3, Requests.any(), Fault.status(403));
            List<String> read = new ArrayList<>();
            PermissionException failure = catchThrowableOfType(
                    PermissionException.class, () -> service.list().prefetch(3).forEach(read::add));
            assertThat(read.size() % PAGE_SIZE).isZero();
            assertThat(read).isNotEmpty().hasSizeLessThan(inTurn.size());
            assertThat(read).isEqualTo(inTurn.subList(0, read.size()));
            PageToken token = failure.pageToken().orElseThrow();
            assertThat(service.list().prefetch(3).startingAt(token))
                    .containsExactlyElementsOf(inTurn.subList(read.size(), inTurn.size()));
            evidence(
                    "errors",
                    "a page ahead fails",
                    "all before it is handed out, and its token leads to exactly the rest");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "LiveTimer"})
    void aWalkThatIsLeftCancelsWhatIsInFlight(String name) {
        try (PagedService service = PagedService.start(name, PAGES)) {
            hold(service, 2, PAGES);
            CloseableIterator<String> walk = service.list().prefetch(3).iterator();
            walk.next();
            until(() -> service.simulator.requests().count() == 4);
            walk.close();
            // The answers are still held: only a cancel ends the threads.
            until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("hourbridge-page")));
            assertThatThrownBy(walk::hasNext).isInstanceOf(IllegalStateException.class);
            assertThat(service.simulator.requests().count()).isEqualTo(4);
            evidence("cancelling", "a walk is closed with three requests in flight", "all are cancelled, none follows");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teamwork", "LiveTimer"})
    void aTotalThatChangesMeanwhileStartsTheListAgain(String name) throws InterruptedException {
        try (PagedService service = PagedService.start(name, PAGES)) {
            hold(service, 2, 5);
            List<String> ahead = new ArrayList<>();
            Thread reader = new Thread(() -> service.list().prefetch(4).forEach(ahead::add));
            reader.start();
            until(() -> service.simulator.requests().count() == 5);
            service.add();
            service.simulator.faults().release();
            reader.join();
            List<String> now = service.list().stream().toList();
            assertThat(ahead).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(now);
            assertThat(now).hasSize(PAGES * PAGE_SIZE + 1);
            evidence(
                    "a list that grows",
                    "an entry is added while four pages are in flight",
                    "read again: each entry once, the new one too");
        }
    }
}
