package dev.hourbridge.simulators.teampulse.odata;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A property that expressions may name. */
public record ODataField<T>(String name, ODataKind kind, Function<T, @Nullable Object> read) {}
