package dev.hourbridge.simulators.livetimer;

import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import dev.hourbridge.simulators.internal.XmlBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The fields of a time entry in a request: absent, present and empty (which clears the field), or with a value.
 *
 * <p>Example of a body: {@code <time-entry><start-date type="date">2008-01-21</start-date><duration
 * type="integer">75</duration></time-entry>}. Attributes are ignored, and underscores in names are treated as dashes,
 * as in Rails.
 */
final class LiveTimerForm {
    private static final Set<String> TYPES = Set.of("application/xml", "text/xml", "application/x-xml");
    private static final Set<String> FIELDS =
            Set.of("start-time", "end-time", "start-date", "duration", "project-id", "task-id", "activity-id", "note");

    /** ActiveResource sends back the whole entry that it read. */
    private static final Set<String> READ_ONLY = Set.of("id", "user-id", "created-at", "updated-at");

    private final boolean present;
    private final Map<String, String> fields;

    private LiveTimerForm(boolean present, Map<String, String> fields) {
        this.present = present;
        this.fields = fields;
    }

    /**
     * Reads the body of a request.
     *
     * @param strictContentType whether the whole content type header must match, as in Rails 1.2
     * @throws RejectedRequestException if the body has an undocumented field
     */
    static LiveTimerForm of(Call call, boolean strictContentType) {
        String type = strictContentType ? call.contentTypeHeader() : call.contentType();
        // Rails parses a body based on its content type and ignores a body of another type.
        if (!TYPES.contains(type)) {
            return new LiveTimerForm(false, Map.of());
        }
        Element root = XmlBody.root(call);
        if (!name(root).equals("time-entry")) {
            return new LiveTimerForm(false, Map.of());
        }
        Map<String, String> fields = fields(root);
        if (call.isLenient()) {
            fields.keySet().removeAll(READ_ONLY);
            if (!fields.getOrDefault("start-time", "").isEmpty()) {
                fields.remove("duration");
            }
        }
        for (String field : fields.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new RejectedRequestException(422, "Unknown field " + field);
            }
        }
        return new LiveTimerForm(true, fields);
    }

    private static Map<String, String> fields(Element root) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element field) {
                if (fields.put(name(field), text(field)) != null) {
                    throw new RejectedRequestException(422, "Field " + name(field) + " occurs twice");
                }
            } else if (!child.getTextContent().isBlank() && child.getNodeType() != Node.COMMENT_NODE) {
                throw new RejectedRequestException(422, "Text between fields");
            }
        }
        return fields;
    }

    /** Returns whether the request contains a time entry. */
    boolean isPresent() {
        return present;
    }

    /** Returns whether the field is present, with or without a value. */
    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Returns whether the field is present and empty. */
    boolean clears(String field) {
        return fields.getOrDefault(field, "-").isEmpty();
    }

    /** Returns the value, or empty if the field is absent or empty. */
    Optional<String> value(String field) {
        return Optional.ofNullable(fields.get(field)).filter(text -> !text.isEmpty());
    }

    private static String name(Element element) {
        return element.getTagName().replace('_', '-');
    }

    /** Returns the text of a field. As in the documented notes, text around CDATA is ignored. */
    private static String text(Element field) {
        StringBuilder plain = new StringBuilder();
        StringBuilder cdata = new StringBuilder();
        boolean hasCdata = false;
        for (Node child = field.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.CDATA_SECTION_NODE) {
                hasCdata = true;
                cdata.append(child.getNodeValue());
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                plain.append(child.getNodeValue());
            } else {
                throw new RejectedRequestException(422, "Field " + name(field) + " has an element in it");
            }
        }
        return (hasCdata ? cdata : plain).toString();
    }
}
