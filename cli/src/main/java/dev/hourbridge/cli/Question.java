package dev.hourbridge.cli;

import java.io.IOException;
import java.util.Locale;

/** Asks before something is done; where nobody sits there, an answer that was piped in counts all the same. */
final class Question {
    private final Surroundings surroundings;
    private final boolean answeredYes;

    Question(Surroundings surroundings, boolean answeredYes) {
        this.surroundings = surroundings;
        this.answeredYes = answeredYes;
    }

    /** Whether to go on. No answer, or any other than yes, is a no. */
    boolean isAgreed(String question) throws IOException {
        if (answeredYes || (!surroundings.terminal() && !surroundings.in().ready())) {
            return true;
        }
        surroundings.err().print(question + " [y/N] ");
        surroundings.err().flush();
        String answer = surroundings.in().readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
