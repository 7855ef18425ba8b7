package dev.hourbridge.migration.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.migration.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The disk fails once, while several changes are written together. */
class GroupCommitDiskErrorTest {
    private final List<String> written = new ArrayList<>();
    private int transactions;

    private void transact(List<GroupCommit.Change> changes) {
        if (++transactions == 1) {
            throw new LedgerException(LedgerException.Problem.UNWRITABLE, "disk I/O error");
        }
        changes.forEach(change -> change.work().run());
    }

    /** What the disk has after such an error is not known, so that nothing may go on as if it had not been. */
    @Test
    void everyChangeOfTheGroupFails() {
        GroupCommit group = new GroupCommit(this::transact);
        List<GroupCommit.Change> changes = Stream.of("one", "two", "three")
                .map(name -> new GroupCommit.Change(LedgerWriteHook.Write.OUTCOME, () -> written.add(name)))
                .toList();
        changes.forEach(group::add);

        changes.forEach(group::commit);

        for (GroupCommit.Change change : changes) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(change::rethrow)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.UNWRITABLE));
        }
        assertThat(written).isEmpty();
    }
}
