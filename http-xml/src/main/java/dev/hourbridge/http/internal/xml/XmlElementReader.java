package dev.hourbridge.http.internal.xml;

import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ElementReader;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the children of a list's root one at a time, each within its own limits. Not thread-safe. */
final class XmlElementReader<T> implements ElementReader<T> {
    private final ApiResponse response;
    private final LimitedInputStream input;
    private final XmlDocument document;
    private final String item;
    private final Class<T> type;
    private boolean isList;

    private XmlElementReader(
            ApiResponse response,
            LimitedInputStream input,
            XmlDocument document,
            boolean isList,
            String item,
            Class<T> type) {
        this.response = response;
        this.input = input;
        this.document = document;
        this.isList = isList;
        this.item = item;
        this.type = type;
    }

    /**
     * Opens a list whose root has one of these names, or is an array by its attribute, as Rails writes a list without
     * elements.
     *
     * @param input the body, whose limit this restarts at each element
     * @param item the name of an element
     */
    static <T> XmlElementReader<T> open(
            ApiResponse response, LimitedInputStream input, Set<String> roots, String item, Class<T> type)
            throws IOException {
        XmlDocument document = XmlDocument.open(response, input);
        String root = document.anyRoot();
        boolean isList =
                roots.contains(root) || "array".equals(document.attributes().get("type"));
        return new XmlElementReader<>(response, input, document, isList, item, type);
    }

    @Override
    public @Nullable T next() throws IOException {
        input.restart();
        document.restart();
        boolean more = document.nextChild(item);
        isList |= more;
        T element = more ? document.value(type) : null;
        if (!more) {
            document.end();
        }
        if (document.isUtf8() && !input.isUtf8SoFar()) {
            throw response.malformed("is not valid UTF-8 text");
        }
        if (!isList) {
            throw response.malformed("has a root element that is not a list");
        }
        return element;
    }
}
