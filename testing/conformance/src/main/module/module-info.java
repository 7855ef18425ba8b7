/** The rules of {@code TimeTracker} as JUnit tests, and a {@code TimeTracker} in memory. */
module dev.hourbridge.conformance {
    requires transitive dev.hourbridge.model;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;

    exports dev.hourbridge.conformance;
}
