package dev.hourbridge.resilience.bodies;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A program that reads what a server gives, to be run in a heap of its own. Its arguments are the
 * server's URL and, for each case, {@code SERVICE:operation:path}; it prints a line a case.
 */
final class SmallHeap {
    private SmallHeap() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int i = 1; i < args.length; i++) {
            String[] parts = args[i].split(":", 3);
            out.println(args[i] + "\t" + run(Service.valueOf(parts[0]), parts[1], args[0] + "/" + parts[2]));
        }
    }

    private static String run(Service service, String operation, String url) {
        HttpOptions once = Service.once().build();
        try (TimeTracker tracker = operation.equals("login") ? Service.login(url, once) : service.client(url, once)) {
            return switch (operation) {
                case "create" -> "created " + service.create(tracker);
                case "get" -> "read 1 " + service.get(tracker).note().length();
                default -> list(service, tracker);
            };
        } catch (HourbridgeException e) {
            return e.getClass().getSimpleName() + " "
                    + e.outcome().map(Enum::name).orElse("-") + quoted(e);
        } catch (Throwable e) {
            return "!" + e;
        }
    }

    private static String list(Service service, TimeTracker tracker) {
        int[] read = {0};
        long[] characters = {0};
        service.list(tracker).forEach(entry -> {
            read[0]++;
            characters[0] += entry.note().length();
        });
        return "read " + read[0] + " " + characters[0];
    }

    private static String quoted(HourbridgeException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        String all = text.toString().toLowerCase(Locale.ROOT);
        boolean quotes = all.contains(Rig.CANARY) || all.contains("aaaaaaaa") || all.contains("eeee");
        return quotes || all.length() > 20_000 ? " quotes the answer: " + e : "";
    }
}
