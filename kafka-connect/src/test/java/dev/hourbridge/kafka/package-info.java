@NullMarked
package dev.hourbridge.kafka;

import org.jspecify.annotations.NullMarked;
