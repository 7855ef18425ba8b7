package dev.hourbridge.kafka.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker and one worker with exactly-once support, for the tests of all classes. A test leaves no connector. */
final class SharedWorker implements ParameterResolver, AfterEachCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Cluster.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).cluster();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        running(context).cluster().deleteConnectors();
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedWorker.class))
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /** What ends with the test run. */
    private record Running(Path folder, Broker broker, Cluster cluster) implements AutoCloseable {
        private static Running start() {
            try {
                Path folder = Files.createTempDirectory("hourbridge-worker");
                Broker broker = Broker.start(folder);
                return new Running(folder, broker, new Cluster(folder, broker, "hourbridge", true));
            } catch (Exception e) {
                throw new IllegalStateException("The broker did not start.", e);
            }
        }

        @Override
        public void close() throws IOException {
            cluster.close();
            broker.close();
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
