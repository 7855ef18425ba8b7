package dev.hourbridge.cli.report;

import java.util.Map;
import java.util.Optional;

/**
 * The requests of a command.
 *
 * @param sent the requests sent to both services, including repeated ones
 * @param minimal the requests of a run that reads the source's list once and sends each change once; empty for a
 *     command that neither plans nor applies
 */
public record RequestSummary(RequestCounts sent, Optional<RequestCounts> minimal) {

    /** Returns the line for the user. */
    public String text() {
        return "Requests: " + sent
                + minimal.map(counts -> "; a minimal run: " + counts).orElse("") + ".";
    }

    Map<String, Object> json() {
        Map<String, Object> object = sent.json();
        minimal.ifPresent(counts -> object.put("minimal", counts.json()));
        return object;
    }
}
