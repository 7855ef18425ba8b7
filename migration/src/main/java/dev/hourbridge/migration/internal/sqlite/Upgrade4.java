package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import dev.hourbridge.migration.internal.mapping.Digests;
import dev.hourbridge.migration.internal.mapping.TimeMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Upgrades a ledger with tables of version 4. The names and values in this class are those of version 4.
 *
 * <p>It runs in one transaction, after the file has been copied. Data that the earlier version did not record gets the
 * most cautious value.
 */
final class Upgrade4 {
    static final int VERSION = 4;

    private static final List<String> TABLES = List.of(
            "meta",
            "entry",
            "baseline",
            "baselined",
            "surplus",
            "other_row",
            "named",
            "unmapped",
            "unknown_id",
            "loss");

    /** The columns of the entries that the digest of the plan covers. */
    private static final String SEALED =
            "seq, source_id, source_digest, source_seconds, source_nanos, person, place_group, project, task, activity,"
                    + " day, start, seconds, note, billable, tags, losses, lossy, fingerprint, base_fingerprint, likeness";

    /** Columns that both versions have. */
    private static final String SAME =
            "seq, source_id, source_digest, source_seconds, source_nanos, person, place_group, project, task, activity,"
                    + " day, start, seconds, note, trailer, billable, tags, losses, lossy, features, fingerprint,"
                    + " attempts, accepted, doubted, swept, canary_digest, target_id, done_order, failures,"
                    + " success_mark, reason, verdict, found, source_changed, seen_digest, seen_seconds, seen_person,"
                    + " seen_project, seen_task, seen_day";

    /** Version 4 has a bit for each feature, the lowest first. */
    private static final List<CanaryFeature> FEATURE_BITS = List.of(
            CanaryFeature.TASK,
            CanaryFeature.NO_TASK,
            CanaryFeature.START,
            CanaryFeature.NO_START,
            CanaryFeature.TAGS,
            CanaryFeature.BILLABLE,
            CanaryFeature.NOT_BILLABLE,
            CanaryFeature.NON_ASCII,
            CanaryFeature.SUMMER,
            CanaryFeature.WINTER);

    private final Path file;
    private final Database database;
    private final Meta meta;

    Upgrade4(Path file, Database database) {
        this.file = file;
        this.database = database;
        this.meta = new Meta(database);
    }

    /** Copies the ledger to a file with the extension {@code .v4}, or to a numbered one if that exists. */
    void copy() {
        Path copy = Path.of(file + ".v4");
        for (int number = 2; Files.exists(copy); number++) {
            copy = Path.of(file + ".v4-" + number);
        }
        LedgerFile.createPrivately(copy);
        database.update("VACUUM INTO ?", copy.toAbsolutePath().toString());
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new LedgerException(Problem.UNWRITABLE, "The copy " + copy + " could not be written.", e);
        }
    }

    /** Changes the tables, inside a transaction. */
    void run() {
        boolean isPlanned = meta.text("plan").isPresent();
        if (isPlanned && !meta.text("plan").equals(Optional.of(digest()))) {
            throw database.damaged("contains a plan that differs from the recorded one");
        }
        List<String> indexes =
                database.queryTexts("SELECT name AS value FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
        List<String> script = new ArrayList<>();
        indexes.forEach(name -> script.add("DROP INDEX \"" + name.replace("\"", "\"\"") + "\""));
        TABLES.forEach(name -> script.add("ALTER TABLE " + name + " RENAME TO old_" + name));
        script.addAll(Schema.STATEMENTS);
        script.addAll(moves());
        TABLES.forEach(name -> script.add("DROP TABLE old_" + name));
        database.script(script);
        nameFeatures();
        if (database.exists("SELECT 1 FROM entry WHERE state " + Sql.is(EntryState.UNDONE))) {
            new Seal(database, meta.text("range").orElseThrow()).close();
        }
        if (isPlanned) {
            new Seal(database, meta.text("range").orElseThrow()).resealPlan();
        }
    }

    /** Computes the digest of the plan with the rules of version 4. */
    private String digest() {
        Digests digest = new Digests().add(meta.number(PlanSummary.INCOMPLETE));
        digest.add(meta.text(PlanSummary.REFUSED_LOSSES).orElse(""));
        digest.add(database.queryLong("SELECT count(*) AS value FROM named"));
        Seal.addRows(database, digest, SEALED, "entry");
        return digest.hex();
    }

    /** Returns the statements that copy the old tables into the new ones. */
    private List<String> moves() {
        String[] range = meta.text("range").orElseThrow().split("/", 2);
        LocalDate first = LocalDate.parse(range[0]).minusDays(TimeMapper.MAX_DAY_SHIFT);
        LocalDate last = LocalDate.parse(range[1]).plusDays(TimeMapper.MAX_DAY_SHIFT);
        return List.of(
                "INSERT INTO meta SELECT * FROM old_meta",
                "INSERT INTO entry (" + SAME + ", plain_note, plain_fingerprint, loose_fingerprint, state, held,"
                        + " not_attempted, canary) SELECT " + SAME + ", base_note, base_fingerprint, likeness, "
                        + renamed("state") + ", " + renamed("held")
                        + ", state = 'REFUSED' AND coalesce(reason LIKE 'not sent: %', 0),"
                        + " CASE canary WHEN 1 THEN 'SENT' WHEN 2 THEN 'CONFIRMED' END FROM old_entry",
                "INSERT INTO baseline SELECT target_id, 1, person, day, fingerprint, base_fingerprint FROM old_baseline",
                "INSERT INTO listing SELECT 1, '" + first + "', '" + last + "' FROM old_baselined LIMIT 1",
                "UPDATE entry SET first_listing = 1, begun = 1, sent = attempts WHERE EXISTS (SELECT 1 FROM old_baselined)",
                "INSERT INTO possible_duplicate SELECT * FROM old_surplus",
                "INSERT INTO unrelated_row SELECT target_id, CASE verdict WHEN 'FOREIGN' THEN 'UNRELATED' WHEN"
                        + " 'SUSPECTED_DOUBLE' THEN 'POSSIBLE_DUPLICATE' ELSE verdict END, person, day, seconds, like_seq"
                        + " FROM old_other_row",
                "INSERT INTO named SELECT * FROM old_named",
                "INSERT INTO unmapped SELECT * FROM old_unmapped",
                "INSERT INTO unknown_id SELECT * FROM old_unknown_id",
                "INSERT INTO loss SELECT * FROM old_loss");
    }

    private static String renamed(String state) {
        return "CASE " + state + " WHEN 'BOUND' THEN 'RECOVERED' WHEN 'REFUSED' THEN 'REJECTED' ELSE " + state + " END";
    }

    /** Replaces the bits of features by their names. */
    private void nameFeatures() {
        for (long bits : database.queryAll("SELECT DISTINCT features FROM entry", row -> row.whole("features"))) {
            String names = IntStream.range(0, FEATURE_BITS.size())
                    .filter(bit -> (bits >> bit & 1) == 1)
                    .mapToObj(bit -> FEATURE_BITS.get(bit).name())
                    .collect(Collectors.joining(","));
            database.update("UPDATE entry SET features = ? WHERE features = ?", names, Long.toString(bits));
        }
    }
}
