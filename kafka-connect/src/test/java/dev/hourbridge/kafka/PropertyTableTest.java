package dev.hourbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;

/** The table of properties in the documentation is the one that the connector reads. */
final class PropertyTableTest {
    private static final Path PAGE = Path.of("..", "docs", "kafka-connect.md");
    private static final String START = "<!-- properties: made by a test -->\n";
    private static final String END = "<!-- properties: end -->";

    @Test
    void theDocumentationListsEveryProperty() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END);
        String expected = page.substring(0, start) + table() + page.substring(end);
        if (Boolean.getBoolean("hourbridge.properties.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(page)
                .as("run with -Dhourbridge.properties.write=true to update it")
                .isEqualTo(expected);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| property | default | values | |\n|---|---|---|---|\n");
        List<ConfigKey> keys = SourceProperties.definition().configKeys().values().stream()
                .sorted(Comparator.comparing((ConfigKey key) -> key.group)
                        .reversed()
                        .thenComparing(key -> key.orderInGroup))
                .toList();
        for (ConfigKey key : keys) {
            table.append("| `")
                    .append(key.name)
                    .append("` | ")
                    .append(key.defaultValue == ConfigDef.NO_DEFAULT_VALUE ? "required" : "`" + key.defaultValue + "`")
                    .append(" | ")
                    .append(Objects.toString(key.validator, key.type.toString().toLowerCase(Locale.ROOT)))
                    .append(" | ")
                    .append(key.documentation)
                    .append(" |\n");
        }
        return table.toString();
    }
}
