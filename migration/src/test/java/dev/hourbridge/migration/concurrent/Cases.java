package dev.hourbridge.migration.concurrent;

import dev.hourbridge.migration.Profiles;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The cases of parameterised tests: every target, with everything that may be changed, for old and recent work. */
final class Cases {
    private Cases() {}

    static Stream<Arguments> targetsAndChangesAndAges() {
        return targets()
                .flatMap(target -> Stream.of(Change.values())
                        .flatMap(change -> Stream.of(Age.values()).map(age -> Arguments.of(target, change, age))));
    }

    static Stream<Arguments> targetsAndChanges() {
        return targets().flatMap(target -> Stream.of(Change.values()).map(change -> Arguments.of(target, change)));
    }

    static Stream<Arguments> targetsAndAges() {
        return targets().flatMap(target -> Stream.of(Age.values()).map(age -> Arguments.of(target, age)));
    }

    static Stream<Profiles> targets() {
        return List.of(Profiles.values()).stream();
    }
}
