package dev.hourbridge.simulators.teampulse.odata;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that expressions may refer to.
 *
 * <p>The names in a schema are case-insensitive, as in the service's library.
 *
 * @param name the name in responses, such as {@code userId}
 * @param kind the type of the values
 * @param read returns the value of an item; null if the item has none
 */
public record ODataField<T>(String name, ODataKind kind, Function<T, @Nullable Object> read) {}
