/** The client of TeamPulse. */
module dev.hourbridge.teampulse {
    requires transitive dev.hourbridge.http;
    requires com.fasterxml.jackson.databind;

    exports dev.hourbridge.teampulse;

    opens dev.hourbridge.teampulse to
            com.fasterxml.jackson.databind;
}
