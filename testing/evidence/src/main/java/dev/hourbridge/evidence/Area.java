package dev.hourbridge.evidence;

/** The parts of the table, in their order on the page. */
public enum Area {
    BODIES("Responses"),
    NETWORK("Network"),
    INPUT("Input"),
    CREATES("Creates on the wire"),
    FUZZING("Fuzzing"),
    PROPERTIES("Properties"),
    CONCURRENCY("Concurrency"),
    SECRETS("Secrets"),
    MIGRATION("Migration"),
    REPORTS("Reports"),
    MEMORY("Memory"),
    LIBRARIES("Libraries");

    private final String title;

    Area(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
