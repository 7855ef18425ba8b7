/** Plan, apply, verify and undo between two {@code TimeTracker}s, with a ledger in SQLite. */
module dev.hourbridge.migration {
    requires transitive dev.hourbridge.model;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports dev.hourbridge.migration;
}
