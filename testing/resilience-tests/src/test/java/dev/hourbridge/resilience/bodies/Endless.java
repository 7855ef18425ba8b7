package dev.hourbridge.resilience.bodies;

import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Replies.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of a gigabyte, made while they are sent: a beginning, then one piece over and over. */
final class Endless {
    private static final long GIGABYTE = 1L << 30;

    private Endless() {}

    /** A beginning and the piece that is repeated after it. */
    private record Body(String start, String piece) {
        private Writer of(long bytes) {
            return out -> {
                out.write(start.getBytes(StandardCharsets.UTF_8));
                byte[] block = piece.repeat((1 << 16) / piece.length() + 1).getBytes(StandardCharsets.UTF_8);
                for (long written = 0; written < bytes; written += block.length) {
                    out.write(block);
                }
            };
        }
    }

    /** By name, those that have no end where one would be needed. */
    static Map<String, Writer> bodies(Service service, String operation) {
        return named(service, of(service, operation), GIGABYTE);
    }

    /**
     * As {@link #bodies}, but of so many bytes and at most 64 KiB more; without the endless names of XML, which the
     * parser has no limit for, so that the cap on bytes alone bounds them.
     */
    static Map<String, Writer> smallParts(Service service, String operation, long bytes) {
        List<Body> bodies = new ArrayList<>(of(service, operation));
        bodies.removeIf(body -> service.isXml() && body.piece.equals("e"));
        return named(service, bodies, bytes);
    }

    private static List<Body> of(Service service, String operation) {
        return service.isXml() ? xml(service, operation) : json(service, operation);
    }

    private static Map<String, Writer> named(Service service, List<Body> of, long bytes) {
        Map<String, Writer> bodies = new LinkedHashMap<>();
        of.forEach(body -> bodies.put((service.isXml() ? "x" : "j") + bodies.size(), body.of(bytes)));
        return bodies;
    }

    private static List<Body> xml(Service service, String operation) {
        String item = service == Service.CODEBASE ? "<time-session>" : "<time-entry>";
        String list = service == Service.CODEBASE
                ? "<time-sessions type=\"array\">"
                : "<time-entries total=\"3\" start=\"1\" end=\"3\">";
        String root = operation.equals("list") ? list : item;
        String inside = operation.equals("list") ? list + item : item;
        String note = service == Service.CODEBASE ? "<summary>" : "<note>";
        List<Body> bodies = new ArrayList<>(List.of(
                new Body(inside + note, "a"),
                new Body(inside + note + "<![CDATA[", "a"),
                new Body(inside + note, "&amp;"),
                new Body(inside + "<extra>", "a"),
                new Body(inside + "<extra a=\"", "a"),
                new Body(inside + "<", "e"),
                new Body(inside + "<extra ", "e"),
                new Body(inside + "<id>", "9"),
                new Body(inside, " "),
                new Body(inside + "<!--", "a"),
                new Body(inside + "<?a ", "a"),
                new Body(inside + "&", "e"),
                new Body(inside, "<a/>"),
                new Body(inside, "<a>"),
                new Body(inside, "<a></a><b></b>"),
                new Body(inside, "<id/>"),
                new Body(inside + "<extra>", "<a b=\"\" c=\"\"/>"),
                new Body("<!DOCTYPE a [<!ENTITY a \"", "a"),
                new Body("<!DOCTYPE a [", "<!ENTITY a \"a\">"),
                new Body("<?xml version=\"1.0\"?><", "e"),
                new Body("", " "),
                new Body("", "\0"),
                new Body(root + "</" + root.replaceFirst("<([a-z-]+).*", "$1>"), "\n")));
        if (operation.equals("list")) {
            bodies.add(new Body(list, item.replace(">", "/>")));
            bodies.add(new Body(list, "<x/>"));
        }
        return bodies;
    }

    private static List<Body> json(Service service, String operation) {
        String list = service == Service.TEAMWORK ? "{\"time-entries\":[" : "{\"results\":[";
        String one = service == Service.TEAMWORK && operation.equals("get") ? "{\"time-entry\":{" : "{";
        String inside = operation.equals("list") ? list + "{" : one;
        String note = service == Service.TEAMWORK ? "\"description\":\"" : "\"note\":\"";
        List<Body> bodies = new ArrayList<>(List.of(
                new Body(inside + note, "a"),
                new Body(inside + note, "\\u0061"),
                new Body(inside + "\"extra\":\"", "a"),
                new Body(inside + "\"", "e"),
                new Body(inside + "\"id\":", "9"),
                new Body(inside + "\"hours\":0.", "9"),
                new Body(inside + "\"hours\":1e", "9"),
                new Body(inside + "\"extra\":", "9"),
                new Body(inside, " "),
                new Body(inside + "\"extra\":[", "[],"),
                new Body(inside + "\"extra\":[", "{},"),
                new Body(inside + "\"extra\":[", "0,"),
                new Body(inside + "\"extra\":[", "["),
                new Body(inside, "\"a\":1,"),
                new Body("", " "),
                new Body("", "\0"),
                new Body("", "["),
                new Body("{}", "\n")));
        if (operation.equals("list")) {
            bodies.add(new Body(list, "{},"));
            bodies.add(new Body(list, "null,"));
        }
        return bodies;
    }
}
