package dev.hourbridge.cli.service;

import dev.hourbridge.cli.config.ServiceBinding;
import java.util.List;

/** The services that the command supports. A new service requires one binding and one line here. */
public final class Services {
    /** All services, in the order in which messages list them. */
    public static final List<ServiceBinding> ALL = List.of(
            new CodebaseBinding(),
            new TeamworkBinding(),
            new TeamPulseBinding(),
            new LiveTimerBinding(),
            new ArchiveBinding());

    private Services() {}

    /** Returns the name of a service by its word; the word itself for an unknown service. */
    public static String displayName(String word) {
        return ALL.stream()
                .filter(service -> service.word().equals(word))
                .map(ServiceBinding::displayName)
                .findFirst()
                .orElse(word);
    }
}
