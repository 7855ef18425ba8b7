package dev.hourbridge.kafka;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Validates the properties of a connector and reports every error under its key.
 *
 * <p>The REST interface and the user interfaces of Kafka Connect show errors by key. The validation also connects to
 * the accounts, so invalid credentials are detected before the connector starts.
 */
final class SettingsValidation {
    private static final int THREADS = 8;
    /** Shorter than the 90 s after which the worker's REST interface gives up. */
    private static final long MAX_SECONDS = 60;

    private final Map<String, String> properties;
    private final Set<String> accounts;
    private final Map<String, ConfigValue> results = new LinkedHashMap<>();

    /** Creates a validation for one configuration. */
    SettingsValidation(Map<String, String> properties) {
        this.properties = properties;
        accounts = SourceSettings.accountNames(properties);
    }

    /**
     * Returns every property with its errors. If there are no errors and the configuration asks for it, sends one
     * request to each account.
     */
    Config run() {
        ConfigDef definition = SourceSettings.definition(accounts);
        definition.validate(properties).forEach(result -> results.put(result.name(), result));
        checkAccounts();
        if (results.values().stream().allMatch(result -> result.errorMessages().isEmpty())) {
            SourceSettings settings = new SourceSettings(properties);
            checkDistinct(settings);
            if (settings.validateConnection()) {
                connect(settings);
            }
        }
        return new Config(new ArrayList<>(results.values()));
    }

    /** Checks that each account has the properties of its service. */
    private void checkAccounts() {
        ConfigValue given = results.get(SourceSettings.SERVICE);
        if (given == null || !given.errorMessages().isEmpty()) {
            return;
        }
        Service service = Service.of(String.valueOf(given.value()));
        for (String account : accounts) {
            for (String property : service.required()) {
                String key = AccountSettings.key(account, property);
                String value = properties.get(key);
                if (value == null || value.isBlank()) {
                    result(key).addErrorMessage(key + " must be set for the service " + given.value() + ".");
                }
            }
            for (AccountSettings.Property property : AccountSettings.properties()) {
                String key = AccountSettings.key(account, property.name());
                if (properties.containsKey(key) && !service.takes(property.name())) {
                    result(key).addErrorMessage(key + " is not a property of the service " + given.value() + ".");
                }
            }
        }
        for (String key : properties.keySet()) {
            if (key.startsWith("account.") && !results.containsKey(key)) {
                result(key)
                        .addErrorMessage(key + " is unknown. Check that its account is listed in "
                                + SourceSettings.ACCOUNTS + ", and that the property is spelled as documented.");
            }
        }
    }

    /** Rejects two names for one account. Each would treat the entries that only the other one sees as deleted. */
    private void checkDistinct(SourceSettings settings) {
        Map<Account, String> names = new HashMap<>();
        for (AccountSettings account : settings.accounts()) {
            String key = AccountSettings.key(account.name(), "url");
            try (TimeTracker tracker = Accounts.open(account, settings, waited -> {})) {
                String other = names.putIfAbsent(tracker.account(), account.name());
                if (other != null) {
                    result(key)
                            .addErrorMessage("Account " + account.name() + " is the same as " + other + ": "
                                    + tracker.account() + ". Configure it once.");
                }
            } catch (ConfigException e) {
                result(key).addErrorMessage(e.getMessage());
            }
        }
    }

    /** Connects to all accounts, several at a time, and waits for a limited time. */
    private void connect(SourceSettings settings) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "hourbridge-validation");
            thread.setDaemon(true);
            return thread;
        });
        settings.accounts().forEach(account -> threads.execute(() -> connect(account, settings)));
        threads.shutdown();
        try {
            threads.awaitTermination(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads one page of an account. */
    private void connect(AccountSettings account, SourceSettings settings) {
        try (TimeTracker tracker = Accounts.open(account, settings, waited -> {})) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            try (var entries =
                    tracker.list(TimeEntryQuery.between(today, today)).iterator()) {
                var unused = entries.hasNext();
            }
        } catch (ConfigException | HourbridgeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                synchronized (results) {
                    result(AccountSettings.key(account.name(), "url"))
                            .addErrorMessage("Account " + account.name() + ": " + e.getMessage());
                }
            }
        }
    }

    private ConfigValue result(String key) {
        return results.computeIfAbsent(key, ConfigValue::new);
    }
}
