package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.Named;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules for a directory, if the client has one. */
interface DirectoryRules extends Suite {
    /**
     * A directory lists every person, project and task that entries refer to, with a non-blank name. Getting the
     * directory itself sends no request.
     */
    @Test
    default void namesPeopleProjectsAndTasksWhereItHasADirectory() {
        long before = service().requests();
        Optional<Directory> found = service().tracker().directory();
        assertThat(service().requests()).isEqualTo(before);
        if (found.isEmpty()) {
            return;
        }
        Directory directory = found.get();

        assertThat(refs(directory.people()))
                .doesNotHaveDuplicates()
                .containsAll(service().people());
        assertThat(refs(directory.projects()))
                .doesNotHaveDuplicates()
                .containsAll(service().projects());
        List<TaskRef> tasks = new ArrayList<>();
        for (ProjectRef project : refs(directory.projects())) {
            tasks.addAll(refs(directory.tasksOf(project)));
            assertThat(refs(directory.people())).containsAll(refs(directory.peopleOf(project)));
        }
        assertThat(tasks).doesNotHaveDuplicates().containsAll(service().tasks());
        assertThat(refs(directory.people())).contains(directory.owner().ref());
    }

    /**
     * The zone that the service reports is the zone with which the client was built. A different zone would put entries
     * on the wrong day.
     */
    @Test
    default void namesTheZoneOfTheAccountWhereBothAreKnown() {
        service().tracker().directory().flatMap(Directory::zone).ifPresent(zone -> {
            service()
                    .tracker()
                    .capabilities()
                    .zone()
                    .ifPresent(expected -> assertThat(zone).isEqualTo(expected));
        });
    }

    /**
     * A project of another account is rejected before any request, because its id may identify a different project
     * here.
     */
    @Test
    default void refusesProjectsOfAnotherAccountInTheDirectory() {
        Account other = Account.of(Service.of("other"), "other");
        service().tracker().directory().ifPresent(directory -> {
            ProjectRef project = ProjectRef.of(other, "1");
            Expect.refusedUnsent(
                    service(),
                    "people of another account",
                    () -> directory.peopleOf(project).forEach(person -> {}));
            Expect.refusedUnsent(
                    service(),
                    "tasks of another account",
                    () -> directory.tasksOf(project).forEach(task -> {}));
        });
    }

    /** Returns the references of a list whose items all have names. */
    private static <R> List<R> refs(Pager<Named<R>> list) {
        List<R> refs = new ArrayList<>();
        for (Named<R> named : list) {
            assertThat(named.name()).isNotBlank();
            refs.add(named.ref());
        }
        return refs;
    }
}
