package dev.hourbridge.benchmarks;

import java.util.List;

/** A part of the measurements. */
interface Section {

    /** How it is named on the command line. */
    String name();

    /** Measures, and returns the results. */
    List<Row> run() throws Exception;

    /** Returns the heads of the columns of its rows. Sections with the same columns share a table. */
    default List<String> columns() {
        return List.of("measured", "baseline in the same run");
    }
}
