package dev.hourbridge.simulators.codebase;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Writes XML as Rails does. Absent values occur in every observed spelling. The session's id selects the spelling, so a
 * session always has the same form.
 */
final class CodebaseXml {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final List<String> EMPTY_LISTS = List.of("time-sessions", "nil-classes", "objects");

    private CodebaseXml() {}

    /** Returns a session as a complete document. */
    static String session(StoredCodebaseSession session) {
        StringBuilder out = new StringBuilder(DECLARATION);
        append(out, session, "");
        return out.toString();
    }

    /** Returns an empty list. Rails names a list after its first element, and uses several names for an empty list. */
    static String emptyList(int rotation) {
        String root = EMPTY_LISTS.get(Math.floorMod(rotation, EMPTY_LISTS.size()));
        return DECLARATION + "<" + root + " type=\"array\"/>\n";
    }

    /** Writes sessions one at a time, so a list of any length needs little memory. */
    static void list(OutputStream stream, Iterator<StoredCodebaseSession> sessions) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write(DECLARATION);
        out.write("<time-sessions type=\"array\">\n");
        StringBuilder one = new StringBuilder();
        while (sessions.hasNext()) {
            one.setLength(0);
            append(one, sessions.next(), "  ");
            out.append(one);
        }
        out.write("</time-sessions>\n");
        out.flush();
    }

    /** Returns the body of a response with status 422. */
    static String errors(List<String> reasons) {
        StringBuilder out = new StringBuilder(DECLARATION).append("<errors>\n");
        reasons.forEach(reason -> element(out, "  ", "error", "", reason));
        return out.append("</errors>\n").toString();
    }

    /** Appends a session. Its id selects the spelling of absent values. */
    private static void append(StringBuilder out, StoredCodebaseSession session, String indent) {
        String inner = indent + "  ";
        int look = (int) (session.id() % 12);
        out.append(indent).append("<time-session>\n");
        element(out, inner, "id", " type=\"integer\"", Long.toString(session.id()));
        element(out, inner, "summary", "", session.summary());
        // Clients must not depend on the type.
        element(out, inner, "minutes", look == 7 ? "" : " type=\"integer\"", Integer.toString(session.minutes()));
        element(
                out,
                inner,
                "session-date",
                " type=\"date\"",
                session.sessionDate().toString());
        number(out, inner, "user-id", session.userId(), look % 3);
        number(out, inner, "ticket-id", session.ticketId(), look % 4);
        if (look % 2 == 0) {
            // Undocumented but observed.
            number(out, inner, "milestone-id", look == 4 ? OptionalLong.of(77) : OptionalLong.empty(), look % 3);
        }
        element(
                out,
                inner,
                "created-at",
                " type=\"datetime\"",
                session.createdAt().toString());
        element(
                out,
                inner,
                "updated-at",
                " type=\"datetime\"",
                session.updatedAt().toString());
        out.append(indent).append("</time-session>\n");
    }

    /** Appends a number; an absent number has one of four spellings. */
    private static void number(StringBuilder out, String indent, String name, OptionalLong value, int spelling) {
        if (value.isPresent()) {
            element(out, indent, name, " type=\"integer\"", Long.toString(value.getAsLong()));
            return;
        }
        switch (spelling) {
            case 0 -> out.append(indent).append('<').append(name).append(" nil=\"true\"/>\n");
            case 1 -> element(out, indent, name, " type=\"integer\" nil=\"true\"", "");
            case 2 -> element(out, indent, name, "", "");
            default -> {
                // Omitted.
            }
        }
    }

    /** Appends an element. A carriage return is written as a reference, because XML would convert it to a line feed. */
    private static void element(StringBuilder out, String indent, String name, String attributes, String text) {
        out.append(indent).append('<').append(name).append(attributes).append('>');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
        out.append("</").append(name).append(">\n");
    }
}
