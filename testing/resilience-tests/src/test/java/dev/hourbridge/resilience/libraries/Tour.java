package dev.hourbridge.resilience.libraries;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.ZoneId;

/** A program of its own: create, update, get, list and delete, by one client after the other. */
public final class Tour {
    private static final String NOTE = "caf\u00e9 <&> \ud83d\ude00";

    private Tour() {}

    /**
     * Goes round.
     *
     * @param at where the simulated services are, and their credentials
     */
    public static void main(String[] at) {
        System.out.println("OkHttp " + okhttp3.OkHttp.VERSION + ", Jackson "
                + com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION);
        tour(
                Service.CODEBASE,
                CodebaseClient.builder()
                        .baseUrl(at[0])
                        .account(at[1])
                        .username(at[2])
                        .apiKey(at[3])
                        .projects("website")
                        .build());
        tour(
                Service.TEAMWORK,
                TeamworkClient.builder()
                        .baseUrl(at[4])
                        .apiKey(at[5])
                        .zone(ZoneId.of(at[6]))
                        .build());
        tour(
                Service.TEAMPULSE,
                TeamPulseClient.builder().baseUrl(at[7]).login(at[8], at[9]).build());
        tour(
                Service.LIVETIMER,
                LiveTimerClient.builder().baseUrl(at[10]).login(at[11], at[12]).build());
    }

    private static void tour(Service service, TimeTracker client) {
        try (client) {
            TimeEntryId id = client.create(service.newEntry(client));
            client.update(id, TimeEntryUpdate.builder().note(NOTE).build());
            check(client.get(id).note().equals(NOTE), service + " has another note");
            long before = client.list(TimeEntryQuery.all()).stream().count();
            client.delete(id);
            check(client.list(TimeEntryQuery.all()).stream().count() == before - 1, service + " kept the entry");
            System.out.println(service + " done");
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
