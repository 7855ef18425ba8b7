package dev.hourbridge.simulators.internal;

/** A decoded parameter of a query. {@code value} is empty if there was no equals sign. */
public record QueryParameter(String name, String value) {}
