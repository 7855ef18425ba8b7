@NullMarked
package dev.hourbridge.kafka.connect;

import org.jspecify.annotations.NullMarked;
