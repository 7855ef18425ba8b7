/**
 * What other users and the service itself do to the target while a migration is under way. Everything here uses the
 * public API only.
 */
@org.jspecify.annotations.NullMarked
package dev.hourbridge.migration.concurrent;
