package dev.hourbridge.resilience.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the callers were told of their creates, and what the server saw of them: the two must agree. */
final class Books {
    private static final Pattern MARK = Pattern.compile("mark-\\d+-\\d+");

    private final Map<String, WriteOutcome> told = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
    private final AtomicInteger heads = new AtomicInteger();

    /** The note of a create, by which it is known again. */
    static String mark(int thread, int step) {
        return "mark-" + thread + "-" + step;
    }

    void tell(String mark, WriteOutcome outcome) {
        told.put(mark, outcome);
    }

    /** Answers every request of a connection, and keeps account of the creates. */
    void serve(RawConnection connection, Service service) throws IOException {
        for (Optional<RawRequest> head = connection.readHead(); head.isPresent(); head = connection.readHead()) {
            boolean create = head.get().method().equals("POST");
            if (create) {
                heads.incrementAndGet();
            }
            String body = new String(connection.read(head.get().length()), StandardCharsets.UTF_8);
            Matcher mark = MARK.matcher(body);
            if (create && mark.find()) {
                seen.computeIfAbsent(mark.group(), key -> new AtomicInteger()).incrementAndGet();
            }
            connection.write(GoodAnswers.to(head.get(), service).bytes());
        }
    }

    /** Asserts that every POST that came is accounted for, and came once. */
    void assertBalanced() {
        seen.forEach((mark, times) -> {
            assertThat(times).as(mark).hasValue(1);
            assertThat(told.get(mark)).as(mark).isIn(WriteOutcome.CONFIRMED, WriteOutcome.IN_DOUBT);
        });
        told.forEach((mark, outcome) -> {
            if (outcome == WriteOutcome.CONFIRMED) {
                assertThat(seen).as(mark).containsKey(mark);
            }
        });
        long left = told.values().stream()
                .filter(outcome -> outcome == WriteOutcome.CONFIRMED || outcome == WriteOutcome.IN_DOUBT)
                .count();
        assertThat((long) heads.get()).as("POSTs of which the head came").isLessThanOrEqualTo(left);
    }

    /** How many creates never left. */
    long notSent() {
        return count(WriteOutcome.NOT_SENT);
    }

    private long count(WriteOutcome outcome) {
        return told.values().stream().filter(outcome::equals).count();
    }
}
