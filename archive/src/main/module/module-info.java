/** Archive files of entries, which can be written from any {@code TimeTracker} and read as one. */
module dev.hourbridge.archive {
    requires transitive dev.hourbridge.model;
    requires com.fasterxml.jackson.core;

    exports dev.hourbridge.archive;
}
