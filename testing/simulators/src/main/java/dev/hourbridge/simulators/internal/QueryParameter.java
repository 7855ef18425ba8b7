package dev.hourbridge.simulators.internal;

/** A decoded parameter of a query; {@code value} is empty where there was no equals sign. */
public record QueryParameter(String name, String value) {}
