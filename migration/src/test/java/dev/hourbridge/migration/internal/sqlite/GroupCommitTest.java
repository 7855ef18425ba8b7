package dev.hourbridge.migration.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes that become durable together, and what becomes of them when that fails. */
class GroupCommitTest {
    /** The end of the process. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final List<Integer> batches = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    private GroupCommit.Change change(String name) {
        return new GroupCommit.Change(LedgerWriteHook.Write.INTENT, () -> written.add(name));
    }

    /** Rolls back as a database does. */
    private void transact(List<GroupCommit.Change> changes) {
        batches.add(changes.size());
        List<String> before = List.copyOf(written);
        try {
            changes.forEach(change -> change.work().run());
        } catch (RuntimeException | Error e) {
            written.clear();
            written.addAll(before);
            throw e;
        }
    }

    @Test
    void whoeverComesFirstCommitsForAllThatWait() {
        GroupCommit group = new GroupCommit(this::transact);
        List<GroupCommit.Change> changes =
                IntStream.range(0, 7).mapToObj(i -> change("c" + i)).toList();
        changes.forEach(group::add);
        group.commit(changes.get(3));
        changes.forEach(group::commit);
        assertThat(batches).containsExactly(7);
        assertThat(written).containsExactly("c0", "c1", "c2", "c3", "c4", "c5", "c6");
    }

    @Test
    void theFaultOfOneDoesNotUndoTheOthers() {
        GroupCommit group = new GroupCommit(this::transact);
        GroupCommit.Change good = change("good");
        GroupCommit.Change bad = new GroupCommit.Change(LedgerWriteHook.Write.INTENT, () -> {
            throw new IllegalStateException("bad");
        });
        GroupCommit.Change other = change("other");
        List.of(good, bad, other).forEach(group::add);
        group.commit(good);
        good.rethrow();
        other.rethrow();
        assertThatIllegalStateException().isThrownBy(bad::rethrow).withMessage("bad");
        assertThat(written).containsExactly("good", "other");
    }

    @Test
    void theEndOfTheProcessIsTheEndForAll() {
        GroupCommit group = new GroupCommit(this::transact);
        GroupCommit.Change good = change("good");
        GroupCommit.Change last = new GroupCommit.Change(LedgerWriteHook.Write.INTENT, () -> {
            throw new Crash();
        });
        group.add(good);
        group.add(last);
        group.commit(last);
        assertThatExceptionOfType(Crash.class).isThrownBy(good::rethrow);
        assertThat(written).isEmpty();
    }

    /** A retry that succeeds after the disk failed would hide that it failed. */
    @Test
    void aFileThatCannotBeWrittenFailsAllOfThem() {
        int[] commits = new int[1];
        GroupCommit group = new GroupCommit(changes -> {
            commits[0]++;
            throw new LedgerException(Problem.UNWRITABLE, "EIO");
        });
        GroupCommit.Change one = change("one");
        GroupCommit.Change other = change("other");
        List.of(one, other).forEach(group::add);
        group.commit(one);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(one::rethrow);
        assertThatExceptionOfType(LedgerException.class).isThrownBy(other::rethrow);
        assertThat(commits).containsExactly(1);
    }
}
