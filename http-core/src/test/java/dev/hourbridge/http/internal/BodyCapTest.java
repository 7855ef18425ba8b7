package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.WriteOutcome;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;

class BodyCapTest {
    private static final int MIB = 1 << 20;

    /** So many bytes of spaces: a thousandth of that on the wire. */
    private static MockResponse.Builder bomb(int status, int bytes) throws Exception {
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            for (int i = 0; i < bytes / 1024; i++) {
                sink.writeUtf8(" ".repeat(1024));
            }
        }
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(zipped);
    }

    @Test
    void stopsAtTheLimitOfTheUnzippedResponse() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(bomb(200, 8 * MIB));
            ApiClient api = rig.client(rig.options().maxResponseBytes(MIB).build());

            MalformedResponseException failure = catchThrowableOfType(
                    MalformedResponseException.class, () -> api.read(ApiRequest.get("getEntry", "a")));

            assertThat(failure).hasMessageContainingAll("more than 1048576 bytes", "increase maxResponseBytes");
            assertThat(failure.attempts()).as("a second try would be as long").isEqualTo(1);
        }
    }

    @Test
    void acceptsAResponseOfExactlyTheLimit() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(bomb(200, MIB));
            ApiClient api = rig.client(rig.options().maxResponseBytes(MIB).build());

            assertThat(api.read(ApiRequest.get("getEntry", "a")).bytes()).hasSize(MIB);
        }
    }

    @Test
    void isInDoubtIfTheResponseOfACreateIsTooLong() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(bomb(201, 2 * MIB));
            ApiClient api = rig.client(rig.options().maxResponseBytes(MIB).build());

            MalformedResponseException failure = catchThrowableOfType(
                    MalformedResponseException.class, () -> api.create(ApiRequest.post("postEntry", "a")));

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
        }
    }

    @Test
    void truncatesTheBodyOfAnErrorAndRetainsItsStatus() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(bomb(422, 64 * MIB));

            RejectedException failure = catchThrowableOfType(
                    RejectedException.class, () -> rig.client().create(ApiRequest.post("postEntry", "a")));

            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
        }
    }
}
