package dev.hourbridge.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Writes {@code target/contract-coverage.tsv} at the root once every suite has run. */
final class ContractReport implements BeforeAllCallback, AutoCloseable {
    private static final Map<ContractRow, String> HELD = new ConcurrentHashMap<>();

    static void holds(ContractRow row, String test) {
        HELD.put(row, test);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(ContractReport.class))
                .computeIfAbsent(ContractReport.class, key -> this, ContractReport.class);
    }

    @Override
    public void close() throws IOException {
        List<String> lines = ContractRow.all().stream()
                .map(row -> String.join(
                        "\t", row.vendor(), row.operation(), row.kind(), row.name(), HELD.getOrDefault(row, "")))
                .toList();
        Path file = Path.of("..", "target", "contract-coverage.tsv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "vendor\toperation\tkind\tname\ttest\n" + String.join("\n", lines) + "\n");
    }
}
