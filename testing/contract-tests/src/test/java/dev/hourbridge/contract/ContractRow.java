package dev.hourbridge.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One line of the contract: something that a vendor document says of an operation.
 *
 * @param vendor the service
 * @param operation the operation, or {@code *} for a rule over several
 * @param kind operation, query, request, response, response-header, response-envelope or rule
 * @param name what it is called on the wire
 * @param type what form it has there
 * @param note what else is known
 */
record ContractRow(String vendor, String operation, String kind, String name, String type, String note) {

    private static final List<ContractRow> ALL = read();

    static List<ContractRow> of(String vendor) {
        return ALL.stream().filter(row -> row.vendor.equals(vendor)).toList();
    }

    static List<ContractRow> all() {
        return ALL;
    }

    /** What tells the row from every other of its vendor. */
    String key() {
        return key(operation, kind, name);
    }

    static String key(String operation, String kind, String name) {
        return operation + " " + kind + " " + name;
    }

    private static List<ContractRow> read() {
        try (InputStream in = Objects.requireNonNull(ContractRow.class.getResourceAsStream("/contract.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new ContractRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
