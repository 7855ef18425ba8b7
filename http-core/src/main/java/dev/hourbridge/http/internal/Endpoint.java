package dev.hourbridge.http.internal;

/**
 * The kind of a request, without ids: what listeners may use as labels.
 *
 * @param operation one of a client's fixed set, such as {@code listTimeEntries}
 * @param pathTemplate the path below the base URL, such as {@code /time_entries/{id}.json}
 */
record Endpoint(String operation, String pathTemplate) {}
