package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.file.AtomicFile;
import dev.hourbridge.migration.MigrationPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file with the mapping to fill in. A value that the user filled in is never lost. */
public final class MappingFile {
    private final Path file;
    private final MappableIds mappable;

    /** Creates the file of a ledger; nothing is written yet. */
    public MappingFile(Path file, MappableIds mappable) {
        this.file = file;
        this.mappable = mappable;
    }

    /** Returns what has to be mapped, as YAML for the screen; empty if the plan lacks nothing. */
    public String demanded(MigrationPlan plan) {
        return plan.unmapped().isEmpty() ? "" : MappingTemplate.demanded(plan, mappable);
    }

    /**
     * Brings the file up to date with the plan. What was filled in stays in it. If the file holds anything else that
     * is not from a template, such as comments of the user, it is also retained under another name.
     *
     * @return what to tell the user, in lines
     */
    public List<String> update(MigrationPlan plan) throws IOException {
        FilledTemplate filled = FilledTemplate.read(file);
        String optional = MappingTemplate.counted(mappable).orElse("");
        boolean isAsked = !plan.unmapped().isEmpty();
        if (!isAsked && optional.isEmpty()) {
            if (filled.isEmpty() && filled.isUnderstood()) {
                Files.deleteIfExists(file);
            }
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        if (!filled.isUnderstood()) {
            Path retained = Files.move(file, free());
            messages.add(file + " held more than a template does; it is retained as " + retained + ".");
        }
        AtomicFile.write(file, MappingTemplate.of(plan, mappable, filled));
        messages.add(
                isAsked
                        ? "The mapping to fill in is in " + file
                                + (optional.isEmpty() ? "" : ", with " + optional + " besides that may be mapped")
                                + "; then plan again."
                        : "What is left out for want of a mapping (" + optional + ") is in " + file
                                + ", to be mapped or not.");
        if (!filled.isEmpty()) {
            messages.add(
                    "What you filled in there is still in it. It has no effect before it is in the configuration file.");
        }
        return messages;
    }

    /** Returns the path of the file. */
    @Override
    public String toString() {
        return file.toString();
    }

    private Path free() {
        for (int number = 1; ; number++) {
            Path candidate = file.resolveSibling(file.getFileName() + "." + number);
            if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return candidate;
            }
        }
    }
}
