package dev.hourbridge.kafka;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The definition of the connector's properties: types, defaults, bounds and documentation.
 *
 * <p>This class is the only source of the properties' documentation. A test compares {@code docs/kafka-connect.md} with
 * it.
 */
final class SourceProperties {
    private SourceProperties() {}

    /** Returns the properties, except those of accounts. */
    static ConfigDef definition() {
        return definition(List.of());
    }

    /**
     * Returns the properties, except those of accounts.
     *
     * @param dependents the properties of accounts; the service determines which of them are shown
     */
    static ConfigDef definition(List<String> dependents) {
        String what = "What to read";
        String how = "How to read";
        return new ConfigDef()
                .define(
                        SourceSettings.SERVICE,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ValidString.in(Service.names()),
                        Importance.HIGH,
                        "The time-tracking service.",
                        what,
                        1,
                        Width.SHORT,
                        "Service",
                        dependents)
                .define(
                        SourceSettings.ACCOUNTS,
                        ConfigDef.Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new AccountNames(),
                        Importance.HIGH,
                        "The names of the accounts, separated by commas. A name contains letters, digits, _ and -. "
                                + "Each account has the properties account.NAME.….",
                        what,
                        2,
                        Width.LONG,
                        "Accounts")
                .define(
                        SourceSettings.TOPIC,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ConfigDef.NonEmptyString(),
                        Importance.HIGH,
                        "The topic for all records.",
                        what,
                        3,
                        Width.MEDIUM,
                        "Topic")
                .define(
                        SourceSettings.START_DATE,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new IsoDate(),
                        Importance.HIGH,
                        "The first day to read, such as 2024-01-01. Entries on earlier days are never read.",
                        what,
                        4,
                        Width.SHORT,
                        "Start date")
                .define(
                        SourceSettings.INCLUDE_EXTRAS,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "Whether records contain the fields that only this service has, as a map of strings.",
                        what,
                        5,
                        Width.SHORT,
                        "Include extras")
                .define(
                        SourceSettings.DELETES,
                        ConfigDef.Type.STRING,
                        Deletes.RECORD.key(),
                        ValidString.in(Deletes.keys()),
                        Importance.MEDIUM,
                        "What is written for a deletion: nothing, a record with deleted = true, or that record and a "
                                + "tombstone.",
                        what,
                        6,
                        Width.SHORT,
                        "Deletes")
                .define(
                        SourceSettings.POLL_INTERVAL,
                        ConfigDef.Type.STRING,
                        "60s",
                        new Interval(Duration.ofSeconds(1)),
                        Importance.MEDIUM,
                        "The time from the end of one pass over an account to the start of the next.",
                        how,
                        1,
                        Width.SHORT,
                        "Poll interval")
                .define(
                        SourceSettings.LOOKBACK_DAYS,
                        ConfigDef.Type.INT,
                        35,
                        Range.between(0, 3_660),
                        Importance.MEDIUM,
                        "The number of past days that each pass compares again, to detect edits and deletions.",
                        how,
                        2,
                        Width.SHORT,
                        "Lookback days")
                .define(
                        SourceSettings.CENSUS_INTERVAL,
                        ConfigDef.Type.STRING,
                        "24h",
                        new Interval(Duration.ofMinutes(1)),
                        Importance.MEDIUM,
                        "The time between two reads of the older days. If the service reports counts, only days "
                                + "whose count has changed are listed.",
                        how,
                        3,
                        Width.SHORT,
                        "Census interval")
                .define(
                        SourceSettings.CENSUS_DAYS,
                        ConfigDef.Type.INT,
                        400,
                        Range.between(0, 36_600),
                        Importance.MEDIUM,
                        "The number of past days that the census covers.",
                        how,
                        4,
                        Width.SHORT,
                        "Census days")
                .define(
                        SourceSettings.SLICE_DAYS,
                        ConfigDef.Type.INT,
                        1,
                        Range.between(1, 31),
                        Importance.LOW,
                        "The number of days that the first read of an account lists at a time, with one or more "
                                + "requests. These days never extend beyond the end of a month.",
                        how,
                        5,
                        Width.SHORT,
                        "Slice days")
                .define(
                        SourceSettings.SLICE_MAX_RECORDS,
                        ConfigDef.Type.INT,
                        10_000,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "The maximum number of records that are committed together.",
                        how,
                        6,
                        Width.SHORT,
                        "Slice size")
                .define(
                        SourceSettings.REQUESTS_PER_MINUTE,
                        ConfigDef.Type.INT,
                        0,
                        Range.between(0, 60_000),
                        Importance.MEDIUM,
                        "The maximum number of requests per minute for each account. With 0, the limits that the "
                                + "service reports apply.",
                        how,
                        7,
                        Width.SHORT,
                        "Requests per minute")
                .define(
                        SourceSettings.VALIDATE_CONNECTION,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.LOW,
                        "Whether the validation of a configuration reads one day of each account.",
                        how,
                        8,
                        Width.SHORT,
                        "Validate the connection")
                .define(
                        SourceSettings.ACCOUNT_TOLERANCE,
                        ConfigDef.Type.STRING,
                        "fail",
                        ValidString.in("fail", "skip"),
                        Importance.MEDIUM,
                        "What happens to an account whose credentials or configuration are rejected: either its task "
                                + "fails, or the account is skipped until the next census while the others continue.",
                        how,
                        9,
                        Width.SHORT,
                        "Failed accounts");
    }

    private static final class AccountNames implements ConfigDef.Validator {
        @Override
        public void ensureValid(String key, Object value) {
            if (!(value instanceof List<?> names) || names.isEmpty()) {
                throw new ConfigException(key, value, "Specify at least one account.");
            }
            Set<Object> seen = new LinkedHashSet<>();
            for (Object name : names) {
                if (!SourceSettings.ACCOUNT_NAME.matcher(String.valueOf(name)).matches()) {
                    throw new ConfigException(key, name, "An account name contains only letters, digits, _ and -.");
                }
                if (!seen.add(name)) {
                    throw new ConfigException(key, name, "The account is listed twice.");
                }
            }
        }

        @Override
        public String toString() {
            return "names of letters, digits, _ and -";
        }
    }

    private static final class IsoDate implements ConfigDef.Validator {
        @Override
        public void ensureValid(String key, Object value) {
            try {
                LocalDate.parse(String.valueOf(value));
            } catch (DateTimeException e) {
                throw new ConfigException(key, value, "Specify a date such as 2024-01-01.");
            }
        }

        @Override
        public String toString() {
            return "a date such as 2024-01-01";
        }
    }
}
