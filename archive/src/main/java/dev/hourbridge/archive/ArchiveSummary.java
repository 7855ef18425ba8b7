package dev.hourbridge.archive;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** The content of an archive, according to its header and trailer. Immutable and thread-safe. */
@AutoValue
public abstract class ArchiveSummary {
    ArchiveSummary() {}

    static ArchiveSummary of(Header header, Totals totals, String sha256) {
        return new AutoValue_ArchiveSummary(
                header.account(),
                header.firstDay(),
                header.lastDay(),
                header.writtenAt(),
                header.client(),
                totals.entries(),
                totals.duration(),
                Collections.unmodifiableSortedMap(totals.months()),
                sha256,
                Optional.empty());
    }

    final ArchiveSummary withServiceTotal(Optional<Duration> total) {
        return new AutoValue_ArchiveSummary(
                account(),
                firstDay(),
                lastDay(),
                writtenAt(),
                client(),
                entries(),
                duration(),
                months(),
                sha256(),
                total);
    }

    /** Returns the account to which the entries belong. */
    public abstract Account account();

    /** Returns the first day that the archive covers; empty if there is no lower bound. */
    public abstract Optional<LocalDate> firstDay();

    /** Returns the last day that the archive covers; empty if there is no upper bound. */
    public abstract Optional<LocalDate> lastDay();

    /** Returns the time at which the archive was written, by the clock of the machine that wrote it. */
    public abstract Instant writtenAt();

    /** Returns the name and version of the program that wrote the archive. */
    public abstract String client();

    /** Returns the number of entries. */
    public abstract long entries();

    /** Returns the total duration of the entries. */
    public abstract Duration duration();

    /**
     * Returns the total duration per month, by the month of {@link dev.hourbridge.model.WorkTime#localDate()};
     * unmodifiable.
     */
    public abstract SortedMap<YearMonth, Duration> months();

    /** Returns the SHA-256 of the whole file before compression, as 64 hexadecimal digits. */
    public abstract String sha256();

    /**
     * Returns the service's own total for the same days, which {@link ArchiveWriter} requests. It is empty if the
     * service reports no total, if the total could not be read, or if it cannot be compared because the service uses a
     * different UTC offset to divide time into days. It is also empty for an archive that was opened rather than
     * written.
     */
    public abstract Optional<Duration> serviceTotal();

    /** Returns whether the service's own total differs from the total of the entries. */
    public final boolean disagreesWithService() {
        return serviceTotal().filter(total -> !total.equals(duration())).isPresent();
    }
}
