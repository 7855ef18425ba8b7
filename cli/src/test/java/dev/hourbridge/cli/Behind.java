package dev.hourbridge.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** An end behind a proxy. */
final class Behind implements End {
    private final End end;
    final EchoingProxy proxy;
    private final String url;

    Behind(End end) {
        this.end = end;
        String line = end.yaml().stream()
                .filter(text -> text.startsWith("url: "))
                .findFirst()
                .orElseThrow();
        this.url = line.substring("url: ".length());
        this.proxy = new EchoingProxy(URI.create(url));
    }

    void echoes(BiFunction<String, String, Integer> status) {
        proxy.echoes = status;
    }

    @Override
    public String service() {
        return end.service();
    }

    @Override
    public List<String> yaml() {
        return end.yaml().stream().map(line -> line.replace(url, proxy.url())).toList();
    }

    @Override
    public Map<String, String> environment() {
        return end.environment();
    }

    @Override
    public void seed(long seed, int entries) {
        end.seed(seed, entries);
    }

    @Override
    public List<Work> works() {
        return end.works();
    }

    @Override
    public long posts() {
        return end.posts();
    }

    @Override
    public List<String> people() {
        return end.people();
    }

    @Override
    public Map<String, String> projects() {
        return end.projects();
    }

    @Override
    public Map<String, String> tasks() {
        return end.tasks();
    }

    @Override
    public List<String> activities() {
        return end.activities();
    }

    @Override
    public String project(String letter) {
        return end.project(letter);
    }

    @Override
    public String task(String letter) {
        return end.task(letter);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
