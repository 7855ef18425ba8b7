package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    @Test
    void refusesToWaitForLessThanTwoRequests() {
        Policy.Builder policy = Policy.builder().requestTimeout(Duration.ofMinutes(1));

        assertRefused("settle", policy.settle(Duration.ofMinutes(2).minusMillis(1)));
        assertThat(policy.settle(Duration.ofMinutes(2)).build().settle()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void refusesANegativeTimeout() {
        assertRefused("requestTimeout", Policy.builder().requestTimeout(Duration.ofMillis(-1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 65})
    void refusesParallelismOutOfBounds(int parallelism) {
        assertRefused("parallelism", Policy.builder().parallelism(parallelism));
    }

    private static void assertRefused(String field, Policy.Builder policy) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(policy::build)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
