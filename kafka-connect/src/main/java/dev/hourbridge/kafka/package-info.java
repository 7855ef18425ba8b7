/**
 * A Kafka Connect source that writes the time entries of many accounts, with every later edit and deletion, as records
 * to one topic.
 *
 * <p>It is configured by properties and not called from Java. {@link dev.hourbridge.kafka.TimeEntrySourceConnector} is
 * the plugin.
 *
 * @see <a href="{@docRoot}/../docs/kafka-connect.html">Kafka Connect source</a>
 */
@NullMarked
package dev.hourbridge.kafka;

import org.jspecify.annotations.NullMarked;
