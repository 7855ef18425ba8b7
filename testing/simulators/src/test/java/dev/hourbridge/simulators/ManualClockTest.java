package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");

    private final ManualClock clock = new ManualClock(START);

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);

        clock.advance(Duration.ofSeconds(90));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
        assertThat(clock.slept()).isZero();
    }

    @Test
    void aSleepMovesItAndIsCounted() throws InterruptedException {
        long before = clock.nanoTime();

        clock.sleep(Duration.ofMillis(20));
        clock.sleep(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(START.plusMillis(1020));
        assertThat(clock.nanoTime() - before).isEqualTo(1_020_000_000L);
        assertThat(clock.slept()).isEqualTo(Duration.ofMillis(1020));
    }

    @Test
    void settingItBackDoesNotMoveTheNanosecondsBack() {
        clock.advance(Duration.ofSeconds(5));
        long before = clock.nanoTime();

        clock.set(START.minusSeconds(60));

        assertThat(clock.instant()).isEqualTo(START.minusSeconds(60));
        assertThat(clock.nanoTime()).isEqualTo(before);
    }

    @Test
    void doesNotSleepInAnInterruptedThread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> clock.sleep(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void rejectsANegativeDuration() {
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.000000001S");
        assertThatThrownBy(() -> clock.sleep(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClockOfAnotherZoneSharesTheTime() {
        ManualClock dublin = clock.withZone(ZoneId.of("Europe/Dublin"));

        dublin.advance(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3600)).isEqualTo(dublin.instant());
        assertThat(dublin.getZone()).isEqualTo(ZoneId.of("Europe/Dublin"));
        assertThat(dublin).isNotEqualTo(clock).isEqualTo(clock.withZone(ZoneId.of("Europe/Dublin")));
        assertThat(dublin).hasSameHashCodeAs(clock.withZone(ZoneId.of("Europe/Dublin")));
        assertThat(clock).isNotEqualTo(new ManualClock(START));
    }

    @Test
    void countsEveryMoveOfSeveralThreads() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> moves = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                moves.add(threads.submit(() -> {
                    for (int each = 0; each < 10_000; each++) {
                        clock.advance(Duration.ofNanos(1));
                    }
                }));
            }
            for (Future<?> move : moves) {
                move.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(clock.nanoTime()).isEqualTo(40_000);
        assertThat(clock.instant()).isEqualTo(START.plusNanos(40_000));
    }
}
