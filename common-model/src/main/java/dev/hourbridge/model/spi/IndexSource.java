package dev.hourbridge.model.spi;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The indices of a list in memory, in pages. A page token is the index of the first item of its page.
 *
 * @param size the size of the list
 */
record IndexSource(int size) implements PageSource<Integer> {
    private static final int PAGE_SIZE = 500;

    @Override
    public Page<Integer> fetch(@Nullable PageToken token) {
        int from = token == null ? 0 : index(token);
        int to = Math.min(size, from + PAGE_SIZE);
        PageToken next = to < size ? PageToken.parse(Integer.toString(to)) : null;
        return Page.of(IntStream.range(from, to).boxed().toList(), next, size);
    }

    private int index(PageToken token) {
        try {
            int index = Integer.parseInt(token.toString());
            if (index > 0 && index < size) {
                return index;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw new InvalidInputException("page token", "a token of another list", "use a token that this list returned");
    }

    @Override
    public String key(Integer index) {
        return index.toString();
    }
}
