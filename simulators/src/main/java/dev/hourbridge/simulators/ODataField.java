package dev.hourbridge.simulators;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A property that expressions may name. */
record ODataField<T>(String name, ODataKind kind, Function<T, @Nullable Object> read) {}
