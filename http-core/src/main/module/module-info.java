/** Transport, authentication, retries, rate limits, and readers of JSON. */
module dev.hourbridge.http {
    requires transitive dev.hourbridge.model;
    requires transitive okhttp3;
    requires com.fasterxml.jackson.databind;
    requires static micrometer.core;

    exports dev.hourbridge.http;
    exports dev.hourbridge.http.metrics;
    exports dev.hourbridge.http.internal to
            dev.hourbridge.codebase,
            dev.hourbridge.http.xml,
            dev.hourbridge.livetimer,
            dev.hourbridge.teampulse,
            dev.hourbridge.teamwork;
    exports dev.hourbridge.http.internal.wire to
            com.fasterxml.jackson.databind,
            dev.hourbridge.codebase,
            dev.hourbridge.http.xml,
            dev.hourbridge.livetimer,
            dev.hourbridge.teampulse,
            dev.hourbridge.teamwork;

    // Jackson creates the readers of fields and calls the setter of unknown ones.
    opens dev.hourbridge.http.internal.wire to
            com.fasterxml.jackson.databind;
}
