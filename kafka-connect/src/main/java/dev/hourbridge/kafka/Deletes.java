package dev.hourbridge.kafka;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigException;

/** The records that are written for a deletion. */
enum Deletes {
    NONE,
    RECORD,
    RECORD_AND_TOMBSTONE;

    /** The name of the property. */
    static final String PROPERTY = "deletes";

    /** Returns the value in the configuration. */
    String key() {
        return this == RECORD_AND_TOMBSTONE ? "record+tombstone" : name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the value in the configuration.
     *
     * @throws ConfigException if the value is unknown
     */
    static Deletes of(String key) {
        for (Deletes deletes : values()) {
            if (deletes.key().equals(key)) {
                return deletes;
            }
        }
        throw new ConfigException(PROPERTY, key);
    }

    /** Returns all values, for the documentation of the property. */
    static String[] keys() {
        return List.of(values()).stream().map(Deletes::key).toArray(String[]::new);
    }
}
