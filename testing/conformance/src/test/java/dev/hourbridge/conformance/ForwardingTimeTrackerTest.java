package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingTimeTrackerTest {
    private static final Account ACME = Account.of(Service.of("memory"), "acme");

    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            TimeEntryQuery.class, TimeEntryQuery.all(),
            TimeEntryId.class, TimeEntryId.of(ACME, "1"),
            NewTimeEntry.class,
                    NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofHours(1)))
                            .build(),
            TimeEntryUpdate.class, TimeEntryUpdate.builder().note("x").build());

    /** What the tracker behind throws when it is called. */
    private static final class Called extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Method method;
        private final transient Object[] arguments;

        Called(Method method, Object[] arguments) {
            this.method = method;
            this.arguments = arguments;
        }
    }

    /**
     * Every method of the interface, which a method that is added to it is not to be left out of, except those that only
     * combine a text with the account.
     */
    static Stream<Method> everyMethod() {
        return Arrays.stream(TimeTracker.class.getMethods())
                .filter(method -> !List.of(method.getParameterTypes()).equals(List.of(String.class)));
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void passesEveryCallOnWithItsArguments(Method method) throws IllegalAccessException {
        InvocationHandler behind = (proxy, called, arguments) -> {
            throw new Called(called, arguments == null ? new Object[0] : arguments);
        };
        TimeTracker tracker = new ForwardingTimeTracker((TimeTracker) Proxy.newProxyInstance(
                TimeTracker.class.getClassLoader(), new Class<?>[] {TimeTracker.class}, behind)) {};
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
        assertThat(arguments).doesNotContainNull();

        try {
            method.invoke(tracker, arguments);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOfSatisfying(Called.class, called -> {
                assertThat(called.method).isEqualTo(method);
                assertThat(called.arguments).containsExactly(arguments);
            });
            return;
        }
        throw new AssertionError("not passed on: " + method);
    }
}
