/** Readers and writers of XML, for the clients of LiveTimer and Codebase. */
module dev.hourbridge.http.xml {
    requires transitive dev.hourbridge.http;
    requires com.ctc.wstx;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.xml;
    requires java.xml;
    requires org.codehaus.stax2;

    exports dev.hourbridge.http.internal.xml to
            dev.hourbridge.codebase,
            dev.hourbridge.livetimer;

    opens dev.hourbridge.http.internal.xml to
            com.fasterxml.jackson.databind;
}
