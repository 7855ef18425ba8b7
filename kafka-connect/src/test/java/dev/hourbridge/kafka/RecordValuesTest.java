package dev.hourbridge.kafka;

import static dev.hourbridge.kafka.ReadAccount.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.management.ObjectName;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.SchemaProjector;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** What consumers of the records rely on. */
final class RecordValuesTest {
    @Test
    void theSchemasAreThoseOfThisVersion() throws IOException {
        try (var golden = Objects.requireNonNull(getClass().getResourceAsStream("schemas.txt"))) {
            assertThat(text(RecordValues.KEY) + text(RecordValues.VALUE))
                    .as("an optional field may be added, with a new version; no field changes")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aConsumerWithALaterOrAnEarlierSchemaReadsTheValues() {
        Struct value = (Struct) records().get(0).value();
        SchemaBuilder later =
                SchemaBuilder.struct().name(RecordValues.VALUE.name()).version(2);
        SchemaBuilder earlier =
                SchemaBuilder.struct().name(RecordValues.VALUE.name()).version(0);
        for (Field field : RecordValues.VALUE.fields()) {
            later.field(field.name(), field.schema());
            if (!field.name().equals("extras")) {
                earlier.field(field.name(), field.schema());
            }
        }
        later.field("rate", Schema.OPTIONAL_FLOAT64_SCHEMA);

        for (Schema schema : List.of(later.build(), earlier.build())) {
            Struct projected = (Struct) SchemaProjector.project(RecordValues.VALUE, value, schema);
            projected.validate();
            assertThat(projected.getString("note")).isEqualTo("x");
            assertThat(projected.getInt64("duration_seconds")).isEqualTo(3600);
        }
    }

    @Test
    void allFieldsButThoseOfTheKeyAreOptional() {
        assertThat(RecordValues.VALUE.fields())
                .filteredOn(field -> !field.schema().isOptional())
                .extracting(Field::name)
                .containsExactly("service", "account", "id");
    }

    @Test
    void extrasArePartOfAValueWhereAsked() {
        ReadAccount account = new ReadAccount().with("include.extras", "true");
        account.service.put(account.enter(TODAY, "x").toBuilder()
                .extras(Map.of("invoiceNo", "7"))
                .build());

        assertThat(((Struct) account.pass().get(0).value()).getMap("extras")).isEqualTo(Map.of("invoiceNo", "7"));
        assertThat(((Struct) records().get(0).value()).get("extras")).isNull();
    }

    @Test
    void theFiguresOfAnAccountArePublished() throws Exception {
        ReadAccount account = new ReadAccount();
        account.enter(TODAY, "x");
        account.service.remove(account.enter(TODAY, "y").id());
        AccountMetrics metrics = account.reader().metrics();
        metrics.register();
        account.pass();
        account.clock.advance(Duration.ofSeconds(5));
        metrics.waited(Duration.ofSeconds(3));
        ObjectName name = new ObjectName("dev.hourbridge:type=time-entry-source,connector=\"test\",account=acme");
        try {
            Map<String, Object> figures = new TreeMap<>();
            for (String attribute : List.of("LagSeconds", "Rows", "Deletions", "ThrottledSeconds")) {
                figures.put(
                        attribute, ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute));
            }
            assertThat(figures)
                    .isEqualTo(Map.of("LagSeconds", 5L, "Rows", 1L, "Deletions", 0L, "ThrottledSeconds", 3L));
        } finally {
            metrics.close();
        }
        assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(name))
                .isFalse();
    }

    private static List<SourceRecord> records() {
        ReadAccount account = new ReadAccount();
        account.enter(TODAY, "x");
        return account.pass();
    }

    private static String text(Schema schema) {
        StringBuilder text = new StringBuilder(schema.name() + " " + schema.version() + "\n");
        for (Field field : schema.fields()) {
            Schema type = field.schema();
            text.append("  ").append(field.name()).append(' ').append(type.type());
            if (type.name() != null) {
                text.append(' ').append(type.name());
            }
            if (type.type() == Schema.Type.ARRAY || type.type() == Schema.Type.MAP) {
                text.append(" of ").append(type.valueSchema().type());
            }
            text.append(type.isOptional() ? " optional" : "").append('\n');
        }
        return text.toString();
    }
}
