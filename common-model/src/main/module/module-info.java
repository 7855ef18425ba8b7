/** The values, the port {@code TimeTracker} and its exceptions. */
module dev.hourbridge.model {
    requires transitive org.jspecify;
    requires static com.fasterxml.jackson.annotation;

    exports dev.hourbridge.model;
    exports dev.hourbridge.model.spi;
    exports dev.hourbridge.model.internal to
            dev.hourbridge.http,
            dev.hourbridge.livetimer,
            dev.hourbridge.teamwork;
}
