package dev.hourbridge.cli.mapping;

import dev.hourbridge.model.EntryField;
import java.util.Optional;

/**
 * A source id in the mapping file to complete.
 *
 * @param id the id; empty for entries without an id, which need a default
 * @param isRequired whether entries cannot be sent without a value
 * @param remark a remark for the user; empty for none
 */
record MappingRow(EntryField kind, String id, Optional<String> name, long entries, boolean isRequired, String remark) {}
