package dev.hourbridge.simulators.codebase;

import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import dev.hourbridge.simulators.internal.XmlBody;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The session of a request, validated as a complete representation.
 *
 * <p>All errors in a request are collected, because Rails reports them together. A value of white space counts as
 * absent, and attributes such as {@code type} are ignored.
 */
final class CodebaseForm {
    private static final Set<String> KNOWN = Set.of("summary", "minutes", "session-date", "user-id", "ticket-id");

    private final Map<String, String> fields;
    private final List<String> errors = new ArrayList<>();

    private CodebaseForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws RejectedRequestException with 400 if the body is not XML, with 422 if it is not a session */
    static CodebaseForm of(Call call) {
        Element root = XmlBody.root(call);
        if (!root.getTagName().equals("time-session")) {
            throw new RejectedRequestException(422, "Time session is missing");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element field) {
                // Rails treats dashes and underscores alike.
                String name = field.getTagName().replace('_', '-');
                if (!KNOWN.contains(name)) {
                    throw new RejectedRequestException(422, "Unknown attribute " + name);
                }
                if (fields.put(name, field.getTextContent()) != null) {
                    throw new RejectedRequestException(422, name + " occurs twice");
                }
            }
        }
        return new CodebaseForm(fields);
    }

    /**
     * Returns a new session.
     *
     * @throws RejectedRequestException with 422 and all errors
     */
    StoredCodebaseSession create(String project, LocalDate today, CodebaseUser caller, Set<Long> userIds) {
        StoredCodebaseSession session = session(project, date(today), OptionalLong.of(caller.id()), userIds);
        throwErrors();
        return session;
    }

    /**
     * Returns the session that replaces another one, with the id and creation time of the other.
     *
     * @throws RejectedRequestException with 422 and all errors
     */
    StoredCodebaseSession replace(StoredCodebaseSession old, Set<Long> userIds) {
        StoredCodebaseSession session = session(old.project(), date(null), OptionalLong.empty(), userIds);
        throwErrors();
        return session.toBuilder().id(old.id()).createdAt(old.createdAt()).build();
    }

    /**
     * Reads the fields and collects errors.
     *
     * @param date the day if it could be read; otherwise any day
     * @param defaultUser the user of a session without a user
     */
    private StoredCodebaseSession session(String project, LocalDate date, OptionalLong defaultUser, Set<Long> userIds) {
        OptionalLong user = number("user-id", "User");
        if (user.isPresent() && !userIds.contains(user.getAsLong())) {
            errors.add("User is invalid");
        }
        String summary = fields.getOrDefault("summary", "");
        if (summary.isBlank()) {
            errors.add("Summary can't be blank");
        }
        return StoredCodebaseSession.builder(project, date, minutes())
                .summary(summary)
                .userId(user.isPresent() ? user : defaultUser)
                .ticketId(number("ticket-id", "Ticket"))
                .build();
    }

    private int minutes() {
        String text = fields.getOrDefault("minutes", "").trim();
        if (text.isEmpty()) {
            errors.add("Minutes can't be blank");
        } else if (text.matches("[0-9]{1,9}")) {
            return Integer.parseInt(text);
        } else {
            errors.add("Minutes is not a number");
        }
        return 0;
    }

    /**
     * Returns the day.
     *
     * @param otherwise the day if the request has none; null if a day is required
     */
    private LocalDate date(@Nullable LocalDate otherwise) {
        String text = fields.getOrDefault("session-date", "").trim();
        if (!text.isEmpty()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                errors.add("Session date is invalid");
                return LocalDate.EPOCH;
            }
        }
        if (otherwise == null) {
            errors.add("Session date can't be blank");
            return LocalDate.EPOCH;
        }
        return otherwise;
    }

    private OptionalLong number(String name, String label) {
        String text = fields.getOrDefault(name, "").trim();
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("[1-9][0-9]{0,17}")) {
            errors.add(label + " is not a number");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private void throwErrors() {
        if (!errors.isEmpty()) {
            throw new RejectedRequestException(422, errors.toArray(new String[0]));
        }
    }
}
