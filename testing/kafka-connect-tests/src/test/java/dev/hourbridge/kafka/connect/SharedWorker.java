package dev.hourbridge.kafka.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker and one worker with exactly-once support, for the tests of all classes. */
final class SharedWorker implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Running.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedWorker.class))
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /** The broker and the worker, which end with the test run. */
    record Running(Path folder, Broker broker, Worker worker) implements AutoCloseable {
        private static Running start() {
            try {
                Path folder = Files.createTempDirectory("hourbridge-worker");
                Broker broker = Broker.start(folder);
                try {
                    return new Running(folder, broker, Worker.start(folder, broker, true));
                } catch (Throwable e) {
                    broker.close();
                    throw e;
                }
            } catch (Exception e) {
                throw new IllegalStateException("The broker and the worker did not start.", e);
            }
        }

        @Override
        public void close() throws IOException {
            worker.close();
            broker.close();
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
