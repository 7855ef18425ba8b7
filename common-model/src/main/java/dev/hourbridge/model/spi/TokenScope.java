package dev.hourbridge.model.spi;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PageToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Marks the page tokens of one list, and rejects those of another, which name a page there too. Immutable.
 *
 * @param mark what each token begins with; empty for none
 */
record TokenScope(String mark) {
    /** Tokens without a mark, for a list that is a part of another, or of a client that does not mark them. */
    static final TokenScope NONE = new TokenScope("");

    private static final int MARK_LENGTH = 10;

    /** Creates the scope of a list from a text about its account and its query; the mark does not show that text. */
    static TokenScope of(String list) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
            String text = Base64.getUrlEncoder().encodeToString(digest);
            return new TokenScope(text.substring(0, MARK_LENGTH) + "~");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    @Nullable
    PageToken mark(@Nullable PageToken token) {
        return token == null || mark.isEmpty() ? token : PageToken.parse(mark + token);
    }

    /**
     * Takes the mark off.
     *
     * @throws InvalidInputException if the token has another
     */
    PageToken unmark(PageToken token) {
        String text = token.toString();
        if (!text.startsWith(mark) || text.length() == mark.length()) {
            throw new InvalidInputException(
                    "page token", "a token of another account or query", "use one that this list returned");
        }
        return mark.isEmpty() ? token : PageToken.parse(text.substring(mark.length()));
    }
}
