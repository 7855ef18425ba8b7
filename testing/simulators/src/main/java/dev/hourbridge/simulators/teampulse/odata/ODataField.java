package dev.hourbridge.simulators.teampulse.odata;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property that expressions may name.
 *
 * <p>The names of a schema are looked up without regard to case, as the service's library does.
 *
 * @param name the name as responses have it, such as {@code userId}
 * @param kind the type of its values
 * @param read reads the value of an item; null where the item has none
 */
public record ODataField<T>(String name, ODataKind kind, Function<T, @Nullable Object> read) {}
