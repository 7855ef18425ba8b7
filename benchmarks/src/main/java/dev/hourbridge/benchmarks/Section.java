package dev.hourbridge.benchmarks;

import java.util.List;

/** A part of the measurements. */
interface Section {

    /** Returns the name of the section on the command line. */
    String name();

    /** Runs the measurements and returns the results. */
    List<Row> run() throws Exception;

    /** Returns the column headers. Sections with the same columns share a table. */
    default List<String> columns() {
        return List.of("measured", "baseline in the same run");
    }
}
