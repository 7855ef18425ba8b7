package dev.hourbridge.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The archive of another side, as a source. It has the ids of that side. */
record ArchiveSide(RouteSide original, Path file) implements RouteSide {
    @Override
    public String service() {
        return "archive";
    }

    @Override
    public List<String> yaml() {
        return List.of("file: " + file);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public void seed(long seed, int entries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Work> works() {
        return original.works();
    }

    @Override
    public long posts() {
        return 0;
    }

    @Override
    public List<String> people() {
        return original.people();
    }

    @Override
    public Map<String, String> projects() {
        return original.projects();
    }

    @Override
    public Map<String, String> tasks() {
        return original.tasks();
    }

    @Override
    public List<String> activities() {
        return original.activities();
    }

    @Override
    public String project(String letter) {
        return original.project(letter);
    }

    @Override
    public String task(String letter) {
        return original.task(letter);
    }

    @Override
    public void close() {}
}
