/** The four services as stateful fakes on loopback. */
module dev.hourbridge.simulators {
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires org.apache.httpcomponents.core5.httpcore5;
    // The HTTP server looks up socket options there.
    requires jdk.net;

    exports dev.hourbridge.simulators;
    exports dev.hourbridge.simulators.codebase;
    exports dev.hourbridge.simulators.livetimer;
    exports dev.hourbridge.simulators.teampulse;
    exports dev.hourbridge.simulators.teamwork;
}
