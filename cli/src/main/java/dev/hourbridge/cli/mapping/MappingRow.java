package dev.hourbridge.cli.mapping;

import dev.hourbridge.model.EntryField;
import java.util.Optional;

/**
 * An id of the source that the mapping to fill in asks for.
 *
 * @param id the id; empty for entries without one, which a default helps
 * @param isRequired whether entries cannot be sent without a value
 * @param remark what else to know of it; empty for nothing
 */
record MappingRow(EntryField kind, String id, Optional<String> name, long entries, boolean isRequired, String remark) {}
