package dev.hourbridge.kafka;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The properties of the connector, parsed. Immutable.
 *
 * <p>Values are checked when they are parsed. {@link SettingsValidation} detects errors that involve several
 * properties.
 */
final class SourceSettings extends AbstractConfig {
    static final String SERVICE = "service";
    static final String ACCOUNTS = "accounts";
    static final String TOPIC = "topic";
    static final String START_DATE = "start.date";
    static final String LOOKBACK_DAYS = "lookback.days";
    static final String CENSUS_INTERVAL = "census.interval";
    static final String CENSUS_DAYS = "census.days";
    static final String DELETES = Deletes.PROPERTY;
    static final String POLL_INTERVAL = "poll.interval";
    static final String SLICE_DAYS = "slice.days";
    static final String SLICE_MAX_RECORDS = "slice.max.records";
    static final String INCLUDE_EXTRAS = "include.extras";
    static final String REQUESTS_PER_MINUTE = "requests.per.minute";
    static final String VALIDATE_CONNECTION = "validate.connection";
    static final String ACCOUNT_TOLERANCE = "errors.account.tolerance";

    /**
     * The accounts of one task, set by the connector. {@link #ACCOUNTS} remains unchanged, because Kafka Connect
     * restores each property that was configured as a reference, such as {@code ${file:…}}, to that reference.
     */
    static final String TASK_ACCOUNTS = "task.accounts";

    static final Pattern ACCOUNT_NAME = Pattern.compile("[A-Za-z0-9_-]+");

    /**
     * Reads the properties.
     *
     * @throws org.apache.kafka.common.config.ConfigException at the first property that is missing or invalid
     */
    SourceSettings(Map<String, String> properties) {
        super(definition(accountNames(properties)), properties, false);
    }

    /** Returns the definition with the properties of these accounts. */
    static ConfigDef definition(Collection<String> accounts) {
        ConfigDef definition = SourceProperties.definition(AccountSettings.keys(accounts));
        for (String account : accounts) {
            AccountSettings.define(definition, account);
        }
        return definition;
    }

    /** Returns the valid names among the accounts of raw properties. */
    static Set<String> accountNames(Map<String, String> properties) {
        Set<String> names = new LinkedHashSet<>();
        String given = properties.getOrDefault(TASK_ACCOUNTS, properties.get(ACCOUNTS));
        if (given != null) {
            for (String name : given.split(",", -1)) {
                if (ACCOUNT_NAME.matcher(name.strip()).matches()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    /** Returns the service of all accounts. */
    Service service() {
        return Service.of(getString(SERVICE));
    }

    /** Returns the accounts in the order of the configuration. In a task, returns only the accounts of that task. */
    List<AccountSettings> accounts() {
        return accountNames(originalsStrings()).stream()
                .map(name -> new AccountSettings(name, this))
                .toList();
    }

    /** Returns the topic to which records are written. */
    String topic() {
        return getString(TOPIC);
    }

    /** Returns the first day to read. */
    LocalDate startDate() {
        return LocalDate.parse(getString(START_DATE));
    }

    /** Returns the number of most recent days that each pass reads again. */
    int lookbackDays() {
        return getInt(LOOKBACK_DAYS);
    }

    /** Returns the time between two reads of the older days. */
    Duration censusInterval() {
        return Interval.parse(CENSUS_INTERVAL, getString(CENSUS_INTERVAL));
    }

    /** Returns the number of past days that the census covers. */
    int censusDays() {
        return getInt(CENSUS_DAYS);
    }

    /** Returns what is written for a deletion. */
    Deletes deletes() {
        return Deletes.of(getString(DELETES));
    }

    /** Returns the time from the end of one pass to the start of the next. */
    Duration pollInterval() {
        return Interval.parse(POLL_INTERVAL, getString(POLL_INTERVAL));
    }

    /** Returns the number of days that one request of the first read covers. */
    int sliceDays() {
        return getInt(SLICE_DAYS);
    }

    /** Returns the maximum number of records that are committed together. */
    int sliceMaxRecords() {
        return getInt(SLICE_MAX_RECORDS);
    }

    /** Returns whether values include the other fields of the response. */
    boolean includeExtras() {
        return getBoolean(INCLUDE_EXTRAS);
    }

    /** Returns the maximum number of requests per minute to one account. */
    int requestsPerMinute() {
        return getInt(REQUESTS_PER_MINUTE);
    }

    /** Returns whether the validation sends one request to each account. */
    boolean validateConnection() {
        return getBoolean(VALIDATE_CONNECTION);
    }

    /** Returns whether the task continues with the other accounts when one fails permanently. */
    boolean skipsFailedAccounts() {
        return getString(ACCOUNT_TOLERANCE).equals("skip");
    }
}
