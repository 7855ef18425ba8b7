package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/**
 * The rows of one vendor, each with its probe: a check on the wire and through the public API. A
 * subclass says which vendor it is and defines the probes.
 */
@ExtendWith(ContractReport.class)
abstract class ContractSuite {
    private final Map<String, Executable> probes = new LinkedHashMap<>();

    /** The vendor, as the table spells it. */
    abstract String vendor();

    /** Defines a probe for each row of the vendor, by {@link #probe}. */
    abstract void defineProbes();

    /**
     * Says how a row is held.
     *
     * @param check throws if the client does not do what the row says
     */
    final void probe(String operation, String kind, String name, Executable check) {
        Executable before = probes.put(ContractRow.key(operation, kind, name), check);
        assertThat(before)
                .as("a second probe for %s %s %s", operation, kind, name)
                .isNull();
    }

    @TestFactory
    final Stream<DynamicTest> everyRowHolds() {
        defineProbes();
        return ContractRow.of(vendor()).stream().map(row -> dynamicTest(row.key(), () -> check(row)));
    }

    private void check(ContractRow row) throws Throwable {
        Executable check = probes.get(row.key());
        assertThat(check).as("a probe for the row %s", row).isNotNull();
        check.execute();
        ContractReport.holds(row, getClass().getSimpleName() + "/" + row.key());
    }

    @Test
    final void noProbeIsOfARowThatTheTableLacks() {
        defineProbes();
        Set<String> unknown = new HashSet<>(probes.keySet());
        ContractRow.of(vendor()).forEach(row -> unknown.remove(row.key()));
        assertThat(unknown).isEmpty();
    }
}
