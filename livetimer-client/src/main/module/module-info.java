/** The client of LiveTimer. */
module dev.hourbridge.livetimer {
    requires transitive dev.hourbridge.http;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.xml;
    requires dev.hourbridge.http.xml;

    exports dev.hourbridge.livetimer;

    opens dev.hourbridge.livetimer to
            com.fasterxml.jackson.databind;
}
