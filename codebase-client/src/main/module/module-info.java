/** The client of Codebase. */
module dev.hourbridge.codebase {
    requires transitive dev.hourbridge.http;
    requires com.fasterxml.jackson.databind;
    requires dev.hourbridge.http.xml;

    exports dev.hourbridge.codebase;

    opens dev.hourbridge.codebase to
            com.fasterxml.jackson.databind;
}
