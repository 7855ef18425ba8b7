package dev.hourbridge.kafka;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The properties of the connector, parsed. Immutable. */
final class SourceSettings extends AbstractConfig {
    static final String SERVICE = "service";
    static final String ACCOUNTS = "accounts";
    static final String TOPIC = "topic";
    static final String START_DATE = "start.date";
    static final String LOOKBACK_DAYS = "lookback.days";
    static final String CENSUS_INTERVAL = "census.interval.ms";
    static final String CENSUS_DAYS = "census.days";
    static final String DELETES = "deletes";
    static final String POLL_INTERVAL = "poll.interval.ms";
    static final String SLICE_DAYS = "slice.days";
    static final String SLICE_MAX_RECORDS = "slice.max.records";
    static final String INCLUDE_EXTRAS = "include.extras";
    static final String REQUESTS_PER_MINUTE = "requests.per.minute";
    static final String VALIDATE_CONNECTION = "validate.connection";
    static final String ACCOUNT_TOLERANCE = "errors.account.tolerance";

    private static final Pattern ACCOUNT_NAME = Pattern.compile("[A-Za-z0-9_-]+");

    SourceSettings(Map<String, String> properties) {
        super(definition(accountNames(properties)), properties, false);
    }

    /** Returns the properties that do not depend on the accounts. */
    static ConfigDef definition() {
        String what = "What to read";
        String how = "How to read";
        return new ConfigDef()
                .define(
                        SERVICE,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ValidString.in(Service.names()),
                        Importance.HIGH,
                        "The time-tracking service.",
                        what,
                        1,
                        Width.SHORT,
                        "Service")
                .define(
                        ACCOUNTS,
                        Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new AccountNames(),
                        Importance.HIGH,
                        "Names of the accounts, separated by commas: letters, digits, _ and -. Each has the properties account.NAME.….",
                        what,
                        2,
                        Width.LONG,
                        "Accounts")
                .define(
                        TOPIC,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ConfigDef.NonEmptyString(),
                        Importance.HIGH,
                        "The topic of all records.",
                        what,
                        3,
                        Width.MEDIUM,
                        "Topic")
                .define(
                        START_DATE,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new IsoDate(),
                        Importance.HIGH,
                        "The first day to read, such as 2024-01-01. Entries of earlier days are never read.",
                        what,
                        4,
                        Width.SHORT,
                        "Start date")
                .define(
                        INCLUDE_EXTRAS,
                        Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "Whether records contain the fields that only this service has, as a map of text.",
                        what,
                        5,
                        Width.SHORT,
                        "Include extras")
                .define(
                        DELETES,
                        Type.STRING,
                        Deletes.RECORD.key(),
                        ValidString.in(Deletes.keys()),
                        Importance.MEDIUM,
                        "What a deletion writes: nothing, a record with deleted = true, or that record and a tombstone.",
                        what,
                        6,
                        Width.SHORT,
                        "Deletes")
                .define(
                        POLL_INTERVAL,
                        Type.LONG,
                        60_000L,
                        Range.atLeast(1_000),
                        Importance.MEDIUM,
                        "Milliseconds from the end of one read of an account to the start of the next.",
                        how,
                        1,
                        Width.SHORT,
                        "Poll interval")
                .define(
                        LOOKBACK_DAYS,
                        Type.INT,
                        35,
                        Range.between(0, 3_660),
                        Importance.MEDIUM,
                        "How many past days each read lists again, to find edits and deletions.",
                        how,
                        2,
                        Width.SHORT,
                        "Lookback days")
                .define(
                        CENSUS_INTERVAL,
                        Type.LONG,
                        Duration.ofHours(24).toMillis(),
                        Range.atLeast(60_000),
                        Importance.MEDIUM,
                        "Milliseconds between two reads of the older days, of which only those with another count are listed.",
                        how,
                        3,
                        Width.SHORT,
                        "Census interval")
                .define(
                        CENSUS_DAYS,
                        Type.INT,
                        400,
                        Range.between(0, 36_600),
                        Importance.MEDIUM,
                        "How many past days the census covers.",
                        how,
                        4,
                        Width.SHORT,
                        "Census days")
                .define(
                        SLICE_DAYS,
                        Type.INT,
                        1,
                        Range.between(1, 31),
                        Importance.LOW,
                        "How many days the first read of an account lists with one request or more. A slice ends with its month.",
                        how,
                        5,
                        Width.SHORT,
                        "Slice days")
                .define(
                        SLICE_MAX_RECORDS,
                        Type.INT,
                        10_000,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "The largest number of records that are committed together.",
                        how,
                        6,
                        Width.SHORT,
                        "Slice size")
                .define(
                        REQUESTS_PER_MINUTE,
                        Type.INT,
                        0,
                        Range.between(0, 60_000),
                        Importance.MEDIUM,
                        "The largest number of requests a minute for each account; 0 follows the limits that the service reports.",
                        how,
                        7,
                        Width.SHORT,
                        "Requests a minute")
                .define(
                        VALIDATE_CONNECTION,
                        Type.BOOLEAN,
                        true,
                        Importance.LOW,
                        "Whether the validation of a configuration reads one day of each account.",
                        how,
                        8,
                        Width.SHORT,
                        "Validate the connection")
                .define(
                        ACCOUNT_TOLERANCE,
                        Type.STRING,
                        "fail",
                        ValidString.in("fail", "skip"),
                        Importance.MEDIUM,
                        "What an account does whose credentials or configuration are rejected: fail its task, or be skipped until"
                                + " the next census while the others continue.",
                        how,
                        9,
                        Width.SHORT,
                        "Failed accounts");
    }

    /** Returns the definition with the properties of these accounts. */
    static ConfigDef definition(Collection<String> accounts) {
        ConfigDef definition = definition();
        for (String account : accounts) {
            AccountSettings.define(definition, account);
        }
        return definition;
    }

    /** Returns the valid names among the accounts of raw properties. */
    static Set<String> accountNames(Map<String, String> properties) {
        Set<String> names = new LinkedHashSet<>();
        String given = properties.get(ACCOUNTS);
        if (given != null) {
            for (String name : given.split(",", -1)) {
                if (ACCOUNT_NAME.matcher(name.strip()).matches()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    Service service() {
        return Service.of(getString(SERVICE));
    }

    List<AccountSettings> accounts() {
        return getList(ACCOUNTS).stream()
                .map(name -> new AccountSettings(name, this))
                .toList();
    }

    String topic() {
        return getString(TOPIC);
    }

    LocalDate startDate() {
        return LocalDate.parse(getString(START_DATE));
    }

    int lookbackDays() {
        return getInt(LOOKBACK_DAYS);
    }

    Duration censusInterval() {
        return Duration.ofMillis(getLong(CENSUS_INTERVAL));
    }

    int censusDays() {
        return getInt(CENSUS_DAYS);
    }

    Deletes deletes() {
        return Deletes.of(getString(DELETES));
    }

    Duration pollInterval() {
        return Duration.ofMillis(getLong(POLL_INTERVAL));
    }

    int sliceDays() {
        return getInt(SLICE_DAYS);
    }

    int sliceMaxRecords() {
        return getInt(SLICE_MAX_RECORDS);
    }

    boolean includeExtras() {
        return getBoolean(INCLUDE_EXTRAS);
    }

    int requestsPerMinute() {
        return getInt(REQUESTS_PER_MINUTE);
    }

    boolean validateConnection() {
        return getBoolean(VALIDATE_CONNECTION);
    }

    boolean skipsFailedAccounts() {
        return getString(ACCOUNT_TOLERANCE).equals("skip");
    }

    /** What a deletion writes. */
    enum Deletes {
        NONE,
        RECORD,
        RECORD_AND_TOMBSTONE;

        String key() {
            return this == RECORD_AND_TOMBSTONE ? "record+tombstone" : name().toLowerCase(Locale.ROOT);
        }

        static Deletes of(String key) {
            for (Deletes deletes : values()) {
                if (deletes.key().equals(key)) {
                    return deletes;
                }
            }
            throw new ConfigException(DELETES, key);
        }

        static String[] keys() {
            return List.of(values()).stream().map(Deletes::key).toArray(String[]::new);
        }
    }

    private static final class AccountNames implements ConfigDef.Validator {
        @Override
        public void ensureValid(String key, Object value) {
            if (!(value instanceof List<?> names) || names.isEmpty()) {
                throw new ConfigException(key, value, "Name at least one account.");
            }
            Set<Object> seen = new LinkedHashSet<>();
            for (Object name : names) {
                if (!ACCOUNT_NAME.matcher(String.valueOf(name)).matches()) {
                    throw new ConfigException(key, name, "An account name has letters, digits, _ and - only.");
                }
                if (!seen.add(name)) {
                    throw new ConfigException(key, name, "The account is named twice.");
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
                throw new ConfigException(key, value, "Give a date such as 2024-01-01.");
            }
        }

        @Override
        public String toString() {
            return "a date such as 2024-01-01";
        }
    }
}
