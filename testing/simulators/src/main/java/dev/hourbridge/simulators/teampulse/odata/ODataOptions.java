package dev.hourbridge.simulators.teampulse.odata;

import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryParameter;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The four options of a list. */
public final class ODataOptions {
    private static final Set<String> KNOWN = Set.of("$filter", "$orderby", "$top", "$skip");

    private final Map<String, String> options;

    private ODataOptions(Map<String, String> options) {
        this.options = options;
    }

    /**
     * Returns the options of a request.
     *
     * @throws ODataException if an option is unknown or given twice
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

    @Nullable
    public String filter() {
        return options.get("$filter");
    }

    @Nullable
    public String orderBy() {
        return options.get("$orderby");
    }

    public OptionalInt top() {
        return count("$top");
    }

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
