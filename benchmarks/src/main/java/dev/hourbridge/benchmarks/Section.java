package dev.hourbridge.benchmarks;

import java.util.List;

/** A part of the table. */
interface Section {

    /** How it is named on the command line. */
    String name();

    /** Measures, and returns the results. */
    List<Row> run() throws Exception;
}
