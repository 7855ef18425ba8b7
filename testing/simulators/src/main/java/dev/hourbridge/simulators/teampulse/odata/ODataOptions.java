package dev.hourbridge.simulators.teampulse.odata;

import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryParameter;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The four options of a list.
 *
 * <p>Option names are case-sensitive. An unsupported option is an error, because a client would otherwise receive a
 * list that ignores it.
 */
public final class ODataOptions {
    private static final Set<String> KNOWN = Set.of("$filter", "$orderby", "$top", "$skip");

    private final Map<String, String> options;

    private ODataOptions(Map<String, String> options) {
        this.options = options;
    }

    /**
     * Returns the options of a request.
     *
     * @throws ODataException if an option is unknown or occurs twice
     */
    public static ODataOptions of(Call call) {
        Map<String, String> options = new HashMap<>();
        for (QueryParameter option : call.query()) {
            if (!KNOWN.contains(option.name())) {
                throw new ODataException("The query parameter '" + option.name() + "' is not supported.");
            }
            if (options.put(option.name(), option.value()) != null) {
                throw new ODataException("Query option '" + option.name() + "' was specified more than once.");
            }
        }
        return new ODataOptions(options);
    }

    /** Returns the condition, in the form that {@link ODataParser} reads; null for all items. */
    @Nullable
    public String filter() {
        return options.get("$filter");
    }

    /** Returns the order, in the form that {@link ODataOrder} reads; null for an unspecified order. */
    @Nullable
    public String orderBy() {
        return options.get("$orderby");
    }

    /**
     * Returns the maximum number of items; empty if the request does not state it.
     *
     * @throws ODataException if it is not a whole number
     */
    public OptionalInt top() {
        return count("$top");
    }

    /**
     * Returns the number of items to skip; empty if the request does not state it.
     *
     * @throws ODataException if it is not a whole number
     */
    public OptionalInt skip() {
        return count("$skip");
    }

    private OptionalInt count(String name) {
        String text = options.get(name);
        if (text == null) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new ODataException("Invalid value for " + name + " query option.");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
