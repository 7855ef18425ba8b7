/**
 * A Kafka Connect source: every time entry, every later edit and every deletion of many accounts as records of one topic.
 *
 * <p>Configured by properties, not called from Java. {@link dev.hourbridge.kafka.TimeEntrySourceConnector} is the plugin.
 *
 * @see <a href="{@docRoot}/../docs/kafka-connect.html">Kafka Connect source</a>
 */
@NullMarked
package dev.hourbridge.kafka;

import org.jspecify.annotations.NullMarked;
