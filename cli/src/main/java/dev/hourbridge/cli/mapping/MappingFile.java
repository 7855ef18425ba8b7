package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.config.MappingReader;
import dev.hourbridge.cli.file.AtomicFile;
import dev.hourbridge.cli.report.Labels;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.model.EntryField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mapping file to complete, as YAML or CSV. A value that a user entered is never lost.
 *
 * <p>The file is rewritten completely, from its values and from the ids that need one now.
 */
public final class MappingFile {
    private final Path file;
    private final boolean isConfigured;
    private final MappableIds mappable;
    private final MappingProposals proposals;

    /**
     * Creates an instance. Writes nothing yet.
     *
     * @param isConfigured whether the configuration names the file
     * @param mappable the ids of the source, and what other files map
     */
    public MappingFile(Path file, boolean isConfigured, MappableIds mappable, MappingProposals proposals) {
        this.file = file;
        this.isConfigured = isConfigured;
        this.mappable = mappable;
        this.proposals = proposals;
    }

    /**
     * The number of ids of a kind.
     *
     * @param total all ids in the file
     * @param filledIn the ids with a value
     * @param withCandidates the ids without a value that have candidates
     */
    public record Count(long total, long filledIn, long withCandidates) {
        /** Returns the number of ids without a value and without candidates. */
        public long open() {
            return total - filledIn - withCandidates;
        }
    }

    /**
     * The result of a write.
     *
     * @param counts the counts by kind, for the kinds in the file
     * @param messages messages for the user, one line each
     */
    public record Result(Map<EntryField, Count> counts, List<String> messages) {}

    /** Returns the required mapping as YAML for the screen; empty if the plan lacks nothing. */
    public String demanded(MigrationPlan plan) {
        return plan.unmapped().isEmpty()
                ? ""
                : MappingTemplate.of(
                        new MappingValues(
                                MappingRows.demanded(plan, mappable),
                                FilledMapping.none(),
                                MappingProposals.none(),
                                mappable),
                        MappingTemplate.TO_MOVE);
    }

    /**
     * Updates the file from a plan.
     *
     * @return messages for the user, one line each
     */
    public List<String> update(MigrationPlan plan) throws IOException {
        FilledMapping filled = FilledMapping.read(place());
        MappingValues values = new MappingValues(MappingRows.of(plan, mappable, filled), filled, proposals, mappable);
        String optional = optional(values);
        boolean isAsked = !plan.unmapped().isEmpty();
        if (!isAsked && optional.isEmpty()) {
            if (!isConfigured && filled.isEmpty() && filled.isUnderstood()) {
                Files.deleteIfExists(file);
            }
            return List.of();
        }
        List<String> messages = new ArrayList<>(write(values, filled));
        messages.add(
                isAsked
                        ? "The mapping to fill in is in " + file
                                + (optional.isEmpty() ? "" : ", with " + optional + " more that can be mapped")
                                + "; then plan again."
                        : "The items that are omitted unless you map them (" + optional + ") are in " + file
                                + ". Mapping them is optional.");
        if (!isConfigured && !filled.isEmpty()) {
            messages.add("Your values there are retained. The file has no effect until you specify it in the "
                    + "configuration: mapping: " + file);
        }
        return messages;
    }

    /** Writes the ids of the source with their current values, and with proposals for the rest. */
    public Result propose() throws IOException {
        FilledMapping filled = FilledMapping.read(place());
        MappingValues values = new MappingValues(MappingRows.of(mappable), filled, proposals, mappable);
        List<String> messages = new ArrayList<>();
        if (!values.lines().isEmpty() || Files.exists(file)) {
            messages.addAll(write(values, filled));
        }
        Map<EntryField, Count> counts = new LinkedHashMap<>();
        for (EntryField kind : MappingTemplate.SECTIONS.keySet()) {
            List<MappingValues.Line> lines = values.lines().stream()
                    .filter(line ->
                            line.row().kind() == kind && !line.row().id().isEmpty())
                    .toList();
            if (!lines.isEmpty()) {
                counts.put(
                        kind,
                        new Count(
                                lines.size(),
                                lines.stream()
                                        .filter(line -> line.value().isPresent())
                                        .count(),
                                lines.stream()
                                        .filter(line -> line.value().isEmpty() && line.hasCandidates())
                                        .count()));
            }
        }
        return new Result(counts, messages);
    }

    /**
     * Returns the path to write. A symbolic link is followed only if the configuration names it, because otherwise
     * another user may have created it.
     */
    private Path place() throws IOException {
        return isConfigured && Files.exists(file) ? file.toRealPath() : file;
    }

    /** Writes the file. Retains a copy of the old file if it has additional content, such as a user's comment. */
    private List<String> write(MappingValues values, FilledMapping filled) throws IOException {
        String text =
                MappingReader.isCsv(file) ? MappingCsv.of(values) : MappingTemplate.of(values, MappingTemplate.TO_NAME);
        List<String> messages = new ArrayList<>();
        if (!filled.isUnderstood()) {
            Path retained = Files.copy(file, free());
            messages.add(file + " contained more than a template, so it was copied to " + retained + ".");
        }
        AtomicFile.write(place(), text);
        return messages;
    }

    /** Returns {@code 30 tasks and 2 activities} that could be mapped but have no value; empty for none. */
    private static String optional(MappingValues values) {
        List<String> counts = new ArrayList<>();
        MappingTemplate.SECTIONS.forEach((kind, section) -> {
            long count = values.of(kind).stream()
                    .filter(line -> !line.row().isRequired() && (line.value().isEmpty() || line.isProposed()))
                    .count();
            if (count > 0) {
                counts.add(count + " " + (count == 1 ? Labels.of(kind) : section));
            }
        });
        return String.join(" and ", counts);
    }

    /** Returns the path of the file. */
    @Override
    public String toString() {
        return file.toString();
    }

    /** Returns the first numbered name that no file has. */
    private Path free() {
        for (int number = 1; ; number++) {
            Path candidate = file.resolveSibling(file.getFileName() + "." + number);
            if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return candidate;
            }
        }
    }
}
