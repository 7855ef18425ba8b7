/** The client of Teamwork. */
module dev.hourbridge.teamwork {
    requires transitive dev.hourbridge.http;
    requires com.fasterxml.jackson.databind;

    exports dev.hourbridge.teamwork;

    opens dev.hourbridge.teamwork to
            com.fasterxml.jackson.databind;
}
