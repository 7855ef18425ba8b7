package dev.hourbridge.model.spi;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PageToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Marks the page tokens of one list and rejects the tokens of other lists, which could otherwise name a page in this
 * list too. Immutable.
 *
 * @param mark the prefix of each token; empty for none
 */
record TokenScope(String mark) {
    /**
     * The scope of tokens without a mark, for a list that is part of another list, or for a client that does not mark
     * tokens.
     */
    static final TokenScope NONE = new TokenScope("");

    private static final int MARK_LENGTH = 10;

    /**
     * Creates the scope of a list from a text that identifies its account and query. The mark does not reveal that
     * text.
     */
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
     * Removes the mark.
     *
     * @throws InvalidInputException if the token has a different mark
     */
    PageToken unmark(PageToken token) {
        String text = token.toString();
        if (!text.startsWith(mark) || text.length() == mark.length()) {
            throw new InvalidInputException(
                    "page token", "a token of another account or query", "use a token that this list returned");
        }
        return mark.isEmpty() ? token : PageToken.parse(text.substring(mark.length()));
    }
}
