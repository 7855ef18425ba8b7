package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.mapping.NameMatcher.Match;
import dev.hourbridge.cli.mapping.NameMatcher.Named;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.model.EntryField;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes target ids by name. A target id becomes a value only if no other target id has the same name. In addition,
 * the project of a task must be mapped to the project of the target's task, if both are known. All other similar names
 * become candidates.
 *
 * <p>A wrong value would send hours to another person, so a merely similar name becomes a comment that the user can
 * accept.
 */
public final class MappingProposals {
    private static final int MAX_NAME = 60;

    private final Names sources;
    private final Names targets;
    private final Map<EntryField, NameMatcher> matchers = new HashMap<>();
    private final Map<String, NameMatcher> tasksByProject;
    private final NameMatcher sourcePeople;
    private final Map<EntryField, Map<String, Proposal>> proposals = new HashMap<>();

    /**
     * A proposal for a source id.
     *
     * @param value the target id, if exactly one matches
     * @param candidates the choices for the user
     * @param reason the reason, for a comment; empty if nothing was found
     */
    record Proposal(Optional<String> value, List<Named> candidates, String reason) {
        static final Proposal NONE = new Proposal(Optional.empty(), List.of(), "");
    }

    /** Creates proposals from the names on both sides. */
    public MappingProposals(Names sources, Names targets) {
        this.sources = sources;
        this.targets = targets;
        this.sourcePeople = NameMatcher.ofPeople(named(sources.all(EntryField.PERSON)));
        for (EntryField kind : MappingTemplate.SECTIONS.keySet()) {
            List<Named> names = named(targets.all(kind));
            matchers.put(kind, kind == EntryField.PERSON ? NameMatcher.ofPeople(names) : NameMatcher.ofThings(names));
        }
        this.tasksByProject = targets.all(EntryField.TASK).stream()
                .filter(task -> task.project().isPresent())
                .collect(Collectors.groupingBy(
                        task -> task.project().orElseThrow(),
                        Collectors.collectingAndThen(
                                Collectors.toList(), tasks -> NameMatcher.ofThings(named(tasks)))));
    }

    /** Returns an instance that proposes nothing. */
    static MappingProposals none() {
        return new MappingProposals(new Names(), new Names());
    }

    /** Returns the ids that have a name. */
    private static List<Named> named(Collection<Names.Seen> seen) {
        return seen.stream()
                .filter(each -> !each.id().isEmpty() && each.name().isPresent())
                .map(each -> new Named(each.id(), each.name().orElseThrow()))
                .toList();
    }

    /**
     * Returns the proposal for an id.
     *
     * @param projects the target's projects that have been entered, by source id
     */
    Proposal of(EntryField kind, String id, Map<String, String> projects) {
        return proposals
                .computeIfAbsent(kind, key -> new HashMap<>())
                .computeIfAbsent(id, key -> find(kind, id, projects));
    }

    /** Returns the proposal for an id based on its name; empty if the name is unknown. */
    private Proposal find(EntryField kind, String id, Map<String, String> projects) {
        Optional<Names.Seen> source = sources.find(kind, id);
        Optional<String> name = source.flatMap(Names.Seen::name);
        NameMatcher matcher = matchers.get(kind);
        if (name.isEmpty() || matcher == null) {
            return Proposal.NONE;
        }
        if (kind == EntryField.TASK && !tasksByProject.isEmpty()) {
            return task(source.orElseThrow(), name.get(), matcher, projects);
        }
        Match match = matcher.match(name.get());
        boolean isShared =
                kind == EntryField.PERSON && sourcePeople.match(name.get()).isAmbiguous();
        return isShared && match.exact().isPresent()
                ? candidates(match.exact().stream().toList(), "several people at the source have this name; ")
                : proposal(match);
    }

    /**
     * Returns the proposal for a task. Names of tasks, such as "Meeting", repeat in many projects, so the project must
     * also match.
     */
    private Proposal task(Names.Seen task, String name, NameMatcher all, Map<String, String> projects) {
        Optional<String> project = task.project()
                .filter(id -> !id.isEmpty())
                .flatMap(id -> Optional.ofNullable(projects.get(id))
                        .or(() -> of(EntryField.PROJECT, id, projects).value()));
        Match match = all.match(name);
        Optional<Match> inProject = project.map(id -> Optional.ofNullable(tasksByProject.get(id))
                .map(matcher -> matcher.match(name))
                .orElseGet(() -> new Match(Optional.empty(), List.of(), false)));
        if (inProject.flatMap(Match::exact).isPresent()) {
            return proposal(inProject.get());
        }
        List<Named> candidates = Stream.of(
                        inProject.map(Match::candidates).orElse(List.of()),
                        match.exact().stream().toList(),
                        match.candidates())
                .flatMap(List::stream)
                .distinct()
                .toList();
        return candidates(candidates, "");
    }

    /** Returns the value of the one exact match, or the candidates. */
    private static Proposal proposal(Match match) {
        return match.exact()
                .map(exact -> new Proposal(
                        Optional.of(exact.id()), List.of(), "by name: " + TerminalText.cut(exact.name(), MAX_NAME)))
                .orElseGet(() -> candidates(match.candidates(), match.isAmbiguous() ? "several have this name; " : ""));
    }

    /** Returns the candidates as a proposal. */
    private static Proposal candidates(List<Named> candidates, String why) {
        return candidates.isEmpty()
                ? Proposal.NONE
                : new Proposal(
                        Optional.empty(),
                        candidates,
                        why + "candidates: "
                                + candidates.stream()
                                        .map(each -> MappingTemplate.quoted(each.id()) + " "
                                                + TerminalText.cut(each.name(), MAX_NAME))
                                        .collect(Collectors.joining(", ")));
    }

    /** Returns the name of a target id, if it is known. */
    Optional<String> targetName(EntryField kind, String id) {
        return targets.find(kind, id).flatMap(Names.Seen::name);
    }

    /** Returns the names of the target of a kind. */
    List<Named> targets(EntryField kind) {
        return named(targets.all(kind));
    }
}
