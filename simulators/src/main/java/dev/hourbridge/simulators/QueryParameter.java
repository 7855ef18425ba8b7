package dev.hourbridge.simulators;

/** A decoded parameter of a query; {@code value} is empty where there was no equals sign. */
record QueryParameter(String name, String value) {}
