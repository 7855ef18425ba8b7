package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.ServiceRules;
import dev.hourbridge.http.internal.wire.Xml;
import java.util.List;

/** What LiveTimer, a Rails application, does its own way. */
final class LiveTimerRules implements ServiceRules {
    private static final int LONGEST_SENTENCE = 200;
    /** What JSON begins with. */
    private static final String NO_SENTENCE = "{[\"";

    @Override
    public List<String> accepted() {
        return List.of("application/xml", "text/xml");
    }

    /** Validation errors as {@code <errors>}; a refused password as a sentence that Rails calls text/html. */
    @Override
    public List<String> errors(Answer answer) {
        List<String> errors = Xml.errors(answer);
        if (!errors.isEmpty()) {
            return errors;
        }
        String text = answer.text().strip();
        boolean sentence = !text.isEmpty()
                && text.length() <= LONGEST_SENTENCE
                && NO_SENTENCE.indexOf(text.charAt(0)) < 0
                && text.indexOf('<') < 0;
        return sentence ? List.of(text) : List.of();
    }
}
