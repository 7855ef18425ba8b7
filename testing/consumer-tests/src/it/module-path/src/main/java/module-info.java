/** An application on the module path. */
module consumer {
    requires com.fasterxml.jackson.databind;
    requires dev.hourbridge.archive;
    requires dev.hourbridge.codebase;
    requires dev.hourbridge.livetimer;
    requires dev.hourbridge.migration;
    requires dev.hourbridge.simulators;
    requires dev.hourbridge.teampulse;
    requires dev.hourbridge.teamwork;
}
