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
 * The file with the mapping to fill in, as YAML or CSV. A value that is filled in is never lost.
 *
 * <p>It is rewritten as a whole, from what is filled in and from what is asked for now.
 */
public final class MappingFile {
    private final Path file;
    private final boolean isConfigured;
    private final MappableIds mappable;
    private final MappingProposals proposals;

    /**
     * Creates the file; nothing is written yet.
     *
     * @param isConfigured whether the configuration names it
     * @param mappable the ids of the source, and what other files than this one map
     */
    public MappingFile(Path file, boolean isConfigured, MappableIds mappable, MappingProposals proposals) {
        this.file = file;
        this.isConfigured = isConfigured;
        this.mappable = mappable;
        this.proposals = proposals;
    }

    /**
     * How many ids of a kind there are.
     *
     * @param total those that the file asks for
     * @param filledIn those with a value
     * @param withCandidates those without a value that have candidates
     */
    public record Count(long total, long filledIn, long withCandidates) {
        /** Returns those without a value and without candidates. */
        public long open() {
            return total - filledIn - withCandidates;
        }
    }

    /**
     * What was written.
     *
     * @param counts by kind, for those that the file asks for
     * @param messages what to tell the user, in lines
     */
    public record Result(Map<EntryField, Count> counts, List<String> messages) {}

    /** Returns what has to be mapped, as YAML for the screen; empty if the plan lacks nothing. */
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
     * Brings the file up to date with a plan.
     *
     * @return what to tell the user, in lines
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
                        : "What is omitted without a mapping (" + optional + ") is in " + file
                                + ". Mapping it is optional.");
        if (!isConfigured && !filled.isEmpty()) {
            messages.add("Your values there are retained. The file has no effect until you specify it in the "
                    + "configuration: mapping: " + file);
        }
        return messages;
    }

    /** Writes what the source has shown, with what is filled in, and proposals for the rest. */
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

    /** Returns a link of the user is followed. One that is not configured may be another user's. */
    private Path place() throws IOException {
        return isConfigured && Files.exists(file) ? file.toRealPath() : file;
    }

    /** Writes the file, and retains a copy of one that has more than a template, such as a comment of the user. */
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

    /** Returns {@code 30 tasks and 2 activities} without a value that could be mapped; empty for none. */
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

    /** Returns the first name with a number under which no file exists. */
    private Path free() {
        for (int number = 1; ; number++) {
            Path candidate = file.resolveSibling(file.getFileName() + "." + number);
            if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return candidate;
            }
        }
    }
}
