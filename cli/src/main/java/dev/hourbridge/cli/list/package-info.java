/**
 * Prints the entries of the {@code list} command as a table, as JSON lines or as CSV.
 *
 * <pre>{@code
 * EntryPrinter printer = EntryPrinter.Format.CSV.to(System.out);
 * printer.begin();
 * printer.write(entry);
 * printer.end();
 * }</pre>
 */
@NullMarked
package dev.hourbridge.cli.list;

import org.jspecify.annotations.NullMarked;
