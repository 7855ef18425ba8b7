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

/** What an archive holds, per its header and trailer. Immutable and safe for use by several threads. */
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

    /** Returns the account that the entries are of. */
    public abstract Account account();

    /** Returns the first day that the archive covers; empty if it covers all days before. */
    public abstract Optional<LocalDate> firstDay();

    /** Returns the last day that the archive covers; empty if it covers all days after. */
    public abstract Optional<LocalDate> lastDay();

    /** Returns when the archive was written, per the clock of the machine that wrote it. */
    public abstract Instant writtenAt();

    /** Returns the program that wrote the archive, with its version. */
    public abstract String client();

    /** Returns how many entries it has. */
    public abstract long entries();

    /** Returns the sum of the durations. */
    public abstract Duration duration();

    /** Returns the sum of the durations by the month of {@link dev.hourbridge.model.WorkTime#localDate()}; unmodifiable. */
    public abstract SortedMap<YearMonth, Duration> months();

    /** Returns the SHA-256 of the whole file before compression, as 64 hexadecimal digits. */
    public abstract String sha256();

    /**
     * Returns the service's own total of the same days, which {@link ArchiveWriter} asks for. Empty where the service has
     * none, it could not be read, or it cannot be compared since it cuts days at another offset; and for an archive
     * that was opened.
     */
    public abstract Optional<Duration> serviceTotal();

    /** Returns whether the service's own total differs from the sum of the entries. */
    public final boolean disagreesWithService() {
        return serviceTotal().filter(total -> !total.equals(duration())).isPresent();
    }
}
