package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ServiceRules;
import dev.hourbridge.http.internal.xml.Xml;
import java.util.List;

/** The rules of LiveTimer, a Rails application. */
final class LiveTimerRules implements ServiceRules {
    private static final int MAX_SENTENCE = 200;
    /** The first characters of JSON. */
    private static final String JSON_START = "{[\"";

    @Override
    public List<String> accepted() {
        return List.of("application/xml", "text/xml");
    }

    /**
     * Reads validation errors from {@code <errors>}, and the error for a rejected password from a text/html sentence.
     */
    @Override
    public List<String> errors(ApiResponse response) {
        List<String> errors = Xml.errors(response);
        if (!errors.isEmpty()) {
            return errors;
        }
        String text = response.text().strip();
        boolean sentence = !text.isEmpty()
                && text.length() <= MAX_SENTENCE
                && JSON_START.indexOf(text.charAt(0)) < 0
                && text.indexOf('<') < 0;
        return sentence ? List.of(text) : List.of();
    }
}
