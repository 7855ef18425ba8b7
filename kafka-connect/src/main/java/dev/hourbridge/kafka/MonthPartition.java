package dev.hourbridge.kafka;

import dev.hourbridge.model.Account;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * A source partition: the entries of an account in one month, or of one of its projects if the service lists entries by
 * project.
 *
 * @param project the project's id; an empty string for all projects
 */
record MonthPartition(String service, String account, String project, YearMonth month) {
    private static final String SERVICE = "service";
    private static final String ACCOUNT = "account";
    private static final String PROJECT = "project";
    private static final String MONTH = "month";

    /** Returns the partition of an entry's day. */
    static MonthPartition of(Account account, String project, LocalDate day) {
        return new MonthPartition(account.service().name(), account.name(), project, YearMonth.from(day));
    }

    /** Returns the partition as Kafka Connect stores it. */
    Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        map.put(SERVICE, service);
        map.put(ACCOUNT, account);
        if (!project.isEmpty()) {
            map.put(PROJECT, project);
        }
        map.put(MONTH, month.toString());
        return map;
    }

    /**
     * Reads a stored partition.
     *
     * @throws ConnectException if the map is not a partition of this connector
     */
    static MonthPartition from(Map<String, ?> map) {
        if (!(map.get(SERVICE) instanceof String service)
                || !(map.get(ACCOUNT) instanceof String account)
                || !(map.get(MONTH) instanceof String month)
                || map.keySet().stream()
                        .anyMatch(key -> !key.equals(SERVICE)
                                && !key.equals(ACCOUNT)
                                && !key.equals(MONTH)
                                && !key.equals(PROJECT))) {
            throw new ConnectException(
                    "A partition must have the keys service, account, month and, for lists by project, project. "
                            + "This partition has "
                            + map.keySet() + ".");
        }
        try {
            Object project = map.containsKey(PROJECT) ? map.get(PROJECT) : "";
            return new MonthPartition(service, account, String.valueOf(project), YearMonth.parse(month));
        } catch (DateTimeParseException e) {
            throw new ConnectException("The month of a partition must have the form 2024-06.", e);
        }
    }

    /** Returns whether a day belongs to this partition. */
    boolean contains(LocalDate day) {
        return YearMonth.from(day).equals(month);
    }
}
