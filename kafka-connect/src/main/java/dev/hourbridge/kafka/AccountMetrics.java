package dev.hourbridge.kafka;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of one account, published over JMX while its task runs. Thread-safe.
 *
 * <p>A task registers one object per account, as {@code dev.hourbridge:type=time-entry-source} with the names of the
 * connector and the account.
 */
final class AccountMetrics implements AccountMetricsMXBean, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccountMetrics.class);

    private final Clock clock;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong deletions = new AtomicLong();
    private final AtomicLong waitedMillis = new AtomicLong();
    private final String name;
    private volatile Instant lastPass;

    /** Creates the metrics of one account without publishing them. */
    AccountMetrics(String connector, String account, Clock clock) {
        this.clock = clock;
        lastPass = clock.instant();
        name = "dev.hourbridge:type=time-entry-source,connector=" + ObjectName.quote(connector) + ",account=" + account;
    }

    /** Publishes the metrics. Replaces the bean of a task that was not stopped in time. */
    void register() {
        try {
            ObjectName object = new ObjectName(name);
            if (ManagementFactory.getPlatformMBeanServer().isRegistered(object)) {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(object);
            }
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, object);
        } catch (JMException e) {
            LOG.warn("The metrics {} are not published.", name, e);
        }
    }

    /** Counts the records of a batch that was passed to Kafka Connect, except tombstones. */
    void sent(Batch batch) {
        batch.records().forEach(record -> {
            if (record.value() != null) {
                rows.incrementAndGet();
                if (record.headers()
                        .lastWithName(BatchWriter.CHANGE_HEADER)
                        .value()
                        .equals("deleted")) {
                    deletions.incrementAndGet();
                }
            }
        });
    }

    /** Adds a wait for the rate limit. */
    void waited(Duration duration) {
        waitedMillis.addAndGet(duration.toMillis());
    }

    /** Records the end of a pass. The lag is measured from this time. */
    void passDone(Instant moment) {
        lastPass = moment;
    }

    @Override
    public long getLagSeconds() {
        return Duration.between(lastPass, clock.instant()).toSeconds();
    }

    @Override
    public long getRows() {
        return rows.get();
    }

    @Override
    public long getDeletions() {
        return deletions.get();
    }

    @Override
    public long getThrottledSeconds() {
        return waitedMillis.get() / 1000;
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(name));
        } catch (JMException e) {
            LOG.debug("The metrics {} were not published.", name, e);
        }
    }
}
