package dev.hourbridge.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What no message may show, in any of the forms that it travels in. */
public final class Secrets {
    private static final List<String> FORMS = List.of(
            Service.SECRET,
            basic("acme/ada:" + Service.SECRET),
            basic("ada:" + Service.SECRET),
            basic(Service.SECRET + ":xxx"),
            basic(Service.SECRET + ":x"),
            basic(Service.SECRET));

    private Secrets() {}

    private static String basic(String pair) {
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        // Without the end, which depends on what follows.
        return encoded.substring(0, encoded.length() - 4);
    }

    /** Asserts that none of them is in the text of a throwable, of its causes or of what it suppressed. */
    public static void assertNoneIn(Throwable thrown) {
        List<String> texts = new ArrayList<>();
        collect(thrown, texts, Collections.newSetFromMap(new IdentityHashMap<>()));
        for (String text : texts) {
            assertThat(text).doesNotContain(FORMS);
        }
    }

    private static void collect(Throwable thrown, List<String> texts, Set<Throwable> seen) {
        if (seen.add(thrown)) {
            texts.add(thrown.toString());
            Throwable cause = thrown.getCause();
            if (cause != null) {
                collect(cause, texts, seen);
            }
            for (Throwable suppressed : thrown.getSuppressed()) {
                collect(suppressed, texts, seen);
            }
        }
    }
}
