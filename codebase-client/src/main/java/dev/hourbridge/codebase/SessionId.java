package dev.hourbridge.codebase;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.AccountReferences;

/**
 * The number of a session or a ticket within its project. The common model writes it as {@code permalink/number}.
 *
 * @param project the permalink of the project
 * @param number the number of the session or the ticket, 1 or more
 */
public record SessionId(String project, long number) {

    /** Returns the id that an id text of the common model represents. */
    static SessionId parse(String field, String id) {
        int slash = id.indexOf('/');
        if (slash < 1) {
            throw new InvalidInputException(field, "an id without a project", "write it as permalink/number");
        }
        return new SessionId(id.substring(0, slash), AccountReferences.number(field, id.substring(slash + 1)));
    }

    /** Returns {@code permalink/number}. */
    @Override
    public String toString() {
        return project + "/" + number;
    }
}
