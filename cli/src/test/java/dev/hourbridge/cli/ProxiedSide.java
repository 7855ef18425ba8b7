package dev.hourbridge.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A side behind a proxy, which repeats what it is sent in its responses. */
final class ProxiedSide implements RouteSide {
    private final RouteSide side;
    final EchoingProxy proxy;
    private final String url;

    ProxiedSide(RouteSide side) {
        this.side = side;
        String line = side.yaml().stream()
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
        return side.service();
    }

    @Override
    public List<String> yaml() {
        return side.yaml().stream().map(line -> line.replace(url, proxy.url())).toList();
    }

    @Override
    public Map<String, String> environment() {
        return side.environment();
    }

    @Override
    public void seed(long seed, int entries) {
        side.seed(seed, entries);
    }

    @Override
    public List<Work> works() {
        return side.works();
    }

    @Override
    public long posts() {
        return side.posts();
    }

    @Override
    public List<String> people() {
        return side.people();
    }

    @Override
    public Map<String, String> projects() {
        return side.projects();
    }

    @Override
    public Map<String, String> tasks() {
        return side.tasks();
    }

    @Override
    public List<String> activities() {
        return side.activities();
    }

    @Override
    public String project(String letter) {
        return side.project(letter);
    }

    @Override
    public String task(String letter) {
        return side.task(letter);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
