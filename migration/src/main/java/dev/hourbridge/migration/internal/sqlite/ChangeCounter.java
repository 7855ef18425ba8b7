package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The number of a ledger's newest change, in a file separate from the ledger. A ledger with a lower number is an older
 * copy. The file is locked while it is open, so no two copies are in use at the same time. It is written after each
 * commit, and may lack the last changes if the process was killed in between. A file that cannot be used is reported
 * once and then ignored.
 */
final class ChangeCounter implements AutoCloseable {
    private static final Duration MAX_LIST_TIME = Duration.ofMinutes(5);
    private static final int MAX_BYTES = 16 * 1024;

    private final Path file;
    private final Path ledger;
    private final String target;
    private final InstantSource clock;
    private final Consumer<String> warning;
    private final Instant openedAt;
    private Instant lastSent = Instant.EPOCH;

    /** Not a channel, which an interrupt of the thread would close. */
    private @Nullable RandomAccessFile open;

    private boolean hasFailed;

    /** Creates a counter. Reads and writes no file yet. */
    ChangeCounter(StateDirectory state, UUID ledgerId, Path ledger, String target) {
        this.file = state.directory().resolve("ledgers").resolve(ledgerId.toString());
        this.ledger = ledger.toAbsolutePath().normalize();
        this.target = target;
        this.clock = state.clock();
        this.openedAt = clock.instant();
        this.warning = state.warning();
    }

    /**
     * Opens the file if it exists.
     *
     * @param changes the number of the ledger's newest change
     * @throws LedgerException if the ledger is an older copy, or another copy of it is in use
     */
    void open(long changes) {
        if (Files.exists(file)) {
            openExisting(changes);
        }
    }

    /** Creates the file, unless it is open. */
    void create(long changes) {
        if (open != null || hasFailed) {
            return;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            LedgerFile.createPrivately(file);
        } catch (IOException | LedgerException e) {
            fail();
            return;
        }
        openExisting(changes);
    }

    /** Returns whether the file is open. If so, the ledger was the newest copy when it was opened. */
    boolean isOpen() {
        return open != null;
    }

    /** Opens the file of a ledger that was used before, and checks that this is its newest copy. */
    private void openExisting(long changes) {
        try {
            open = new RandomAccessFile(file.toFile(), "rw");
            lock(open);
            requireNewest(open, changes);
            write(text(changes).toString());
        } catch (IOException e) {
            fail();
        } catch (LedgerException e) {
            close();
            throw e;
        }
    }

    /**
     * Locks the file until it is closed.
     *
     * @throws LedgerException if another copy of the ledger is in use
     */
    private void lock(RandomAccessFile opened) throws IOException {
        boolean isLocked;
        try {
            // The lock is beyond the end of the file, so others can still read it if locks are mandatory.
            isLocked = opened.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            isLocked = false;
        }
        if (!isLocked) {
            throw new LedgerException(
                    Problem.LOCKED,
                    "Another copy of the ledger " + ledger
                            + " is in use. Run the command again when the other one has ended.");
        }
    }

    /**
     * Compares the numbers of changes.
     *
     * @throws LedgerException if the ledger lacks changes that the file counts
     */
    private void requireNewest(RandomAccessFile opened, long changes) throws IOException {
        byte[] bytes = new byte[(int) Math.min(opened.length(), MAX_BYTES)];
        opened.readFully(bytes);
        Optional<CounterText> newest = CounterText.parse(new String(bytes, StandardCharsets.UTF_8));
        if (newest.isPresent() && newest.get().changes() > changes) {
            throw new LedgerException(
                    Problem.OLDER_THAN_TARGET,
                    "The ledger " + ledger + " is an older copy: it lacks the last "
                            + (newest.get().changes() - changes)
                            + " changes of the newest copy, which was last used as "
                            + newest.get().ledger()
                            + ". Nothing was sent. Use the newest copy. If it is lost, use a new ledger file and set "
                            + "policy.existing to adopt, which adopts the rows on the target.");
        }
        newest.ifPresent(text -> lastSent = text.lastSent());
    }

    /**
     * Returns whether another ledger that writes to the same account sent something after a list started.
     *
     * @param firstAttempt the first attempt after the list; empty if it is not known
     */
    boolean isAnotherSending(Optional<Instant> firstAttempt) {
        // A list of an earlier process started some time before the first attempt after it.
        Instant begun = firstAttempt
                .filter(attempt -> attempt.isBefore(openedAt))
                .map(attempt -> attempt.minus(MAX_LIST_TIME))
                .orElse(openedAt);
        try (Stream<Path> files = Files.list(Objects.requireNonNull(file.getParent()))) {
            return files.filter(other -> !other.equals(file))
                    .flatMap(other -> read(other).stream())
                    .anyMatch(other ->
                            other.target().equals(target) && other.lastSent().isAfter(begun));
        } catch (IOException | UncheckedIOException e) {
            // Treated like a directory that is not shared: ledgers of other machines are also unknown.
            return false;
        }
    }

    /** Reads the file of another ledger; empty if the file is not valid. */
    private static Optional<CounterText> read(Path other) {
        try {
            return Files.size(other) > MAX_BYTES ? Optional.empty() : CounterText.parse(Files.readString(other));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the number. No other thread may write at the same time.
     *
     * @param isSending whether something is about to be sent
     */
    void set(long changes, boolean isSending) {
        if (isSending) {
            lastSent = clock.instant();
        }
        if (open != null) {
            try {
                write(text(changes).firstLine());
            } catch (IOException e) {
                fail();
            }
        }
    }

    private void write(String text) throws IOException {
        RandomAccessFile opened = Objects.requireNonNull(open);
        opened.seek(0);
        opened.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private CounterText text(long changes) {
        return new CounterText(changes, lastSent, ledger.toString(), target);
    }

    private void fail() {
        close();
        hasFailed = true;
        warning.accept("The state file " + file + " cannot be written. Without it, an older copy of the ledger "
                + ledger + " is detected only by rows on the target that are not in the copy. The run continues.");
    }

    /** Deletes the file of a ledger that is deleted. */
    void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A file without a ledger does not affect other ledgers.
        }
    }

    @Override
    public void close() {
        RandomAccessFile opened = open;
        open = null;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                // Nothing is buffered.
            }
        }
    }
}
