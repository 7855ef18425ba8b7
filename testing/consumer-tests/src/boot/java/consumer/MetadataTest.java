package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.spring.HourbridgeProperties;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an editor offers while a user types a property. */
final class MetadataTest {
    @Test
    void describesEveryPropertyWithItsType() throws IOException {
        List<String> described = new ArrayList<>();
        for (JsonNode property : metadata().get("properties")) {
            String name = property.get("name").asText();
            assertThat(property.path("type").asText()).as(name).isNotBlank();
            assertThat(property.path("description").asText()).as(name).isNotBlank();
            described.add(name);
        }

        assertThat(described).containsExactlyInAnyOrderElementsOf(properties("hourbridge", HourbridgeProperties.class));
    }

    private static JsonNode metadata() throws IOException {
        URL starter =
                HourbridgeProperties.class.getProtectionDomain().getCodeSource().getLocation();
        URL file = new URL("jar:" + starter + "!/META-INF/spring-configuration-metadata.json");
        try (InputStream json = file.openStream()) {
            return new ObjectMapper().readTree(json);
        }
    }

    private static List<String> properties(String prefix, Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + kebab(component.getName());
            if (component.getType().isRecord()) {
                names.addAll(properties(name, component.getType()));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
