package dev.hourbridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpOptionsTest {
    @Test
    void hasTheDefaultsThatItsBuilderNames() {
        HttpOptions options = HttpOptions.ofDefaults();

        assertThat(options.connectTimeout()).hasSeconds(10);
        assertThat(options.readTimeout()).hasSeconds(30);
        assertThat(options.writeTimeout()).hasSeconds(30);
        assertThat(options.callTimeout()).hasSeconds(60);
        assertThat(options.maxResponseBytes()).isEqualTo(8L * 1024 * 1024);
        assertThat(options.maxListRows()).isEqualTo(Long.MAX_VALUE);
        assertThat(options.allowInsecureHttp()).isFalse();
        assertThat(options.retryPolicy().maxAttempts()).isEqualTo(5);
        assertThat(options.okHttpClient()).isEmpty();
    }

    @Test
    void rejectsDurationsAndSizesOutOfBounds() {
        assertThatThrownBy(() ->
                        HttpOptions.builder().connectTimeout(Duration.ZERO).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("connectTimeout: ");
        assertThatThrownBy(() ->
                        HttpOptions.builder().callTimeout(Duration.ofDays(2)).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> HttpOptions.builder().maxResponseBytes(0).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> HttpOptions.builder().maxListRows(0).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> RetryPolicy.builder().maxAttempts(0).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        RetryPolicy.builder().baseDelay(Duration.ofSeconds(-1)).build())
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void comparesSecretsByTheirTextAndShowsNone() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("a")).hasSameHashCodeAs(Secret.of("a")).hasToString("****");
    }
}
