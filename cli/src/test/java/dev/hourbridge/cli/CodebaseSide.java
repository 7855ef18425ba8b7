package dev.hourbridge.cli;

import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.codebase.StoredCodebaseSession;
import java.util.List;
import java.util.Map;

/** Codebase, whose tickets are any numbers. */
final class CodebaseSide implements RouteSide {
    private final CodebaseSimulator simulator = CodebaseSimulator.start();

    @Override
    public String service() {
        return "codebase";
    }

    @Override
    public List<String> yaml() {
        return List.of(
                "url: " + simulator.url(),
                "projects: [website, app]",
                "credentials: { account: acme, username: alice, apiKey: \"${CODEBASE_API_KEY}\" }");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("CODEBASE_API_KEY", simulator.apiKey());
    }

    @Override
    public void seed(long seed, int entries) {
        simulator.seed(seed, entries);
    }

    @Override
    public List<Work> works() {
        return simulator.entries().stream().map(this::work).toList();
    }

    private Work work(StoredCodebaseSession session) {
        return Work.of(
                session.userId().isPresent()
                        ? Integer.toString(
                                people().indexOf(Long.toString(session.userId().getAsLong())))
                        : "",
                projects().getOrDefault(session.project(), "?"),
                session.ticketId().isPresent(),
                session.summary(),
                session.sessionDate(),
                session.minutes() * 60L);
    }

    @Override
    public long posts() {
        return simulator.requests().count("create");
    }

    @Override
    public List<String> people() {
        return List.of("1234", "1235");
    }

    @Override
    public Map<String, String> projects() {
        return Map.of("website", "A", "app", "B");
    }

    @Override
    public Map<String, String> tasks() {
        return Map.of();
    }

    @Override
    public List<String> activities() {
        return List.of();
    }

    @Override
    public String project(String letter) {
        return letter.equals("A") ? "website" : "app";
    }

    @Override
    public String task(String letter) {
        return letter.equals("A") ? "website/5" : "app/7";
    }

    @Override
    public void close() {
        simulator.close();
    }
}
