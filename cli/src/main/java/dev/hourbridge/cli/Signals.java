package dev.hourbridge.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Handles signals during the shutdown of the JVM, when the JVM itself ignores them.
 *
 * <p>The JVM runs its shutdown hooks while the main thread may still be in a request. A second Ctrl-C must end the
 * process immediately.
 */
final class Signals {
    private Signals() {}

    /**
     * Sets the action for the next SIGINT or SIGTERM. A JVM without {@code sun.misc.Signal}, which has no public
     * counterpart, continues to ignore them.
     */
    static void onNext(Runnable action) {
        for (String name : List.of("INT", "TERM")) {
            try {
                handle(name, action);
            } catch (ReflectiveOperationException | RuntimeException unsupported) {
                // Without a handler, the process ends when its shutdown is complete.
            }
        }
    }

    /** Registers a handler by reflection, because the class is not part of the platform's API and may be missing. */
    private static void handle(String name, Runnable action) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        InvocationHandler calls = (proxy, method, arguments) -> {
            action.run();
            return null;
        };
        Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, calls);
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }
}
