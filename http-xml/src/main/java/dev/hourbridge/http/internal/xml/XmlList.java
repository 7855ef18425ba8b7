package dev.hourbridge.http.internal.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A list and the attributes of its root element. Immutable if the items are.
 *
 * @param <T> the items' type
 */
public final class XmlList<T> {
    private final Map<String, String> attributes;
    private final List<T> items;

    private XmlList(Map<String, String> attributes, List<T> items) {
        this.attributes = attributes;
        this.items = items;
    }

    /**
     * Reads the elements of an open document, and converts each one at once.
     *
     * @param item the name of an element
     */
    static <W, T> XmlList<T> of(XmlDocument document, String item, Class<W> type, Function<W, T> conversion)
            throws IOException {
        Map<String, String> attributes = Collections.unmodifiableMap(document.attributes());
        List<T> items = new ArrayList<>();
        while (document.nextChild(item)) {
            items.add(conversion.apply(document.value(type)));
        }
        document.end();
        return new XmlList<>(attributes, List.copyOf(items));
    }

    /** Returns the attributes of the root, in order. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Returns an attribute of the root that is a whole number of 0 or more, such as LiveTimer's {@code total}; empty otherwise. */
    public OptionalLong number(String attribute) {
        String text = attributes.getOrDefault(attribute, "").strip();
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Returns the items, in order. */
    public List<T> items() {
        return items;
    }
}
