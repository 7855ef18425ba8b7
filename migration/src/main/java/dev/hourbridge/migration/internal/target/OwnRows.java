package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.FieldChange;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.EntryUpdates;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads rows of entries, and compares them with the content that was sent and the content that is planned.
 *
 * <p>Only this class reads rows of the ledger: by id, with the client of the person. A row that the service returns as
 * deleted does not exist.
 */
public final class OwnRows {
    private final MigrationContext run;
    private final Ledger ledger;
    private final Capabilities target;

    /** Creates a reader of rows. */
    public OwnRows(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.target = run.targets().capabilities();
    }

    /** The state of a row. */
    public enum Kind {
        /** The row was deleted. */
        GONE,
        /** The row matches the plan. */
        AS_PLANNED,
        /** The row is unchanged since this ledger sent it, or the user decided to overwrite it in its current state. */
        AS_SENT,
        /** Another user changed the row, or it is on an invoice. */
        CHANGED
    }

    /**
     * The state of a row, compared with a planned change.
     *
     * @param row the row; empty if it was deleted
     * @param differences the fields in which it differs from what was sent last
     * @param reason why the row must not be changed, as text for the user
     */
    public record Comparison(Kind kind, Optional<TimeEntry> row, List<FieldDifference> differences, String reason) {}

    /** Reads the row of an entry; empty if it does not exist. */
    public Optional<TimeEntry> read(PlannedEntry entry) {
        try {
            TimeEntry row = run.targets().of(entry.person()).get(id(entry));
            return Optional.of(row).filter(found -> !found.deleted());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Returns the id of the row of an entry. */
    public TimeEntryId id(PlannedEntry entry) {
        return TimeEntryId.of(run.targets().account(), Objects.requireNonNull(entry.targetId()));
    }

    /** Reads the row of an entry and compares it. */
    public Comparison compare(PlannedEntry entry, StoredChange change) {
        Optional<TimeEntry> found = read(entry);
        if (found.isEmpty()) {
            return new Comparison(Kind.GONE, found, List.of(), "another user deleted the row");
        }
        return compare(entry, change, found.get());
    }

    /** Compares a row with a change. A row on an invoice, and a row that another user changed, are not overwritten. */
    private Comparison compare(PlannedEntry entry, StoredChange change, TimeEntry row) {
        if (!change.isDeletion() && differences(entry, change.content(), row).isEmpty()) {
            return new Comparison(Kind.AS_PLANNED, Optional.of(row), List.of(), "");
        }
        if (row.invoice().isPresent()) {
            return new Comparison(Kind.CHANGED, Optional.of(row), List.of(), "the row is on an invoice");
        }
        List<FieldDifference> differences = conflict(entry, entry.content(), row);
        if (isToOverwrite(entry, row) || isAsSent(entry, change, row)) {
            return new Comparison(Kind.AS_SENT, Optional.of(row), differences, "");
        }
        String reason = change.isDeletion() ? reasonToRetain(entry, row).orElse("") : "";
        return new Comparison(
                Kind.CHANGED,
                Optional.of(row),
                differences,
                reason.isEmpty()
                        ? changed(
                                differences.stream().map(FieldDifference::field).toList())
                        : reason);
    }

    private boolean isToOverwrite(PlannedEntry entry, TimeEntry row) {
        return ledger.changes().isToOverwrite(entry.sourceId())
                && ledger.changes().isToOverwrite(entry.sourceId(), EntryDigest.of(row));
    }

    /**
     * Returns whether a row has content that was sent. After a request of unknown outcome, that can be any content ever
     * sent; otherwise it is the last one.
     */
    private boolean isAsSent(PlannedEntry entry, StoredChange change, TimeEntry row) {
        if (change.attempts() > 0) {
            return Stream.concat(
                            Stream.of(entry.content(), change.content()),
                            ledger.entries().formerContents(entry).stream())
                    .anyMatch(content -> differences(entry, content, row).isEmpty());
        }
        return change.isDeletion()
                ? reasonToRetain(entry, row).isEmpty()
                : differences(entry, entry.content(), row).isEmpty();
    }

    /**
     * Returns the fields in which a row differs from a content of its entry. A row that existed before is compared
     * without markers.
     */
    public Set<EntryField> differences(PlannedEntry entry, PlannedContent content, TimeEntry row) {
        return identity(entry, content).differences(identity(entry, row), target, sentBefore(entry));
    }

    /** Returns the fields in which a content of an entry differs from what was sent last. */
    public Set<EntryField> differences(PlannedEntry entry, PlannedContent content) {
        return identity(entry, content).differences(identity(entry, entry.content()), target, sentBefore(entry));
    }

    /** Returns the fields in which a row differs from a content of its entry, with the text of notes and tags. */
    public List<FieldDifference> conflict(PlannedEntry entry, PlannedContent content, TimeEntry row) {
        return FieldDifferences.withTexts(
                differences(entry, content, row), identity(entry, content), identity(entry, row));
    }

    /** Returns the fields in which a row differs from a content of its entry, without the text of notes and tags. */
    public List<FieldDifference> differencesTo(PlannedEntry entry, PlannedContent content, TimeEntry row) {
        return FieldDifferences.of(differences(entry, content, row), identity(entry, content), identity(entry, row));
    }

    /** Returns the changes that a planned change makes to the last content that was sent. */
    public List<FieldChange> changes(PlannedEntry entry, StoredChange change) {
        return change.isDeletion()
                ? List.of()
                : FieldDifferences.changes(
                        differences(entry, change.content()),
                        identity(entry, entry.content()),
                        identity(entry, change.content()));
    }

    /**
     * Returns the optional fields that were ever sent. Only these can be cleared without affecting values that another
     * user entered.
     */
    private Set<EntryField> sentBefore(PlannedEntry entry) {
        Set<EntryField> fields = EnumSet.noneOf(EntryField.class);
        fields.addAll(identity(entry, entry.content()).optionalFields());
        (entry.progress().revision() == 1
                        ? List.<PlannedContent>of()
                        : ledger.entries().formerContents(entry))
                .forEach(content -> fields.addAll(identity(entry, content).optionalFields()));
        return fields;
    }

    private static EntryIdentity identity(PlannedEntry entry, PlannedContent content) {
        return compared(entry, EntryIdentity.planned(content.create(), content.person()));
    }

    private static EntryIdentity identity(PlannedEntry entry, TimeEntry row) {
        return compared(entry, EntryIdentity.listed(row));
    }

    private static EntryIdentity compared(PlannedEntry entry, EntryIdentity identity) {
        return entry.progress().isAdopted() ? identity.withoutTrailer().withoutMarker() : identity;
    }

    /** Returns the update that makes a row match the plan. */
    public TimeEntryUpdate update(PlannedEntry entry, PlannedContent content, TimeEntry row) {
        return EntryUpdates.of(EntryIdentity.listed(row), differences(entry, content, row), content.create(), target);
    }

    /** Returns the fields that this update would change and that the target cannot update. */
    public Set<EntryField> notUpdatable(PlannedEntry entry, PlannedContent content) {
        Set<EntryField> differences = differences(entry, content);
        return notUpdatable(
                EntryUpdates.of(identity(entry, entry.content()), differences, content.create(), target), differences);
    }

    /** Returns the fields of an update that the target cannot change in an existing row. */
    public Set<EntryField> notUpdatable(TimeEntryUpdate update, Set<EntryField> differences) {
        Set<EntryField> fields = EntryUpdates.fields(update, differences);
        // Fields that differ but have no update, such as a person if the target does not accept one.
        fields.addAll(
                differences.stream().filter(field -> field == EntryField.PERSON).toList());
        fields.removeAll(target.updatableFields());
        return fields;
    }

    /** Returns why a row that this ledger wrote must not be deleted; empty if it is unchanged since. */
    public Optional<String> reasonToRetain(PlannedEntry entry, TimeEntry row) {
        if (row.invoice().isPresent()) {
            return Optional.of("it is on an invoice");
        }
        Set<EntryField> differences = differences(entry, entry.content(), row);
        if (!differences.isEmpty()) {
            return Optional.of(changed(differences));
        }
        String verified = entry.seen().digest();
        if (verified != null && !verified.equals(EntryDigest.of(row))) {
            return Optional.of("another user changed it after it was verified");
        }
        if (ChangeStamps.showChange(row, entry)) {
            return Optional.of("the target reports that the row was changed after it was "
                    + (entry.progress().confirmedStamp() == null ? "created" : "updated"));
        }
        return Optional.empty();
    }

    private static String changed(Collection<EntryField> fields) {
        return "another user changed its " + names(fields);
    }

    /** Returns the names of fields for a message, in lower case. */
    public static String names(Collection<EntryField> fields) {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
