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
        if (answeredYes) {
            return true;
        }
        if (!surroundings.terminal()) {
            String piped = surroundings.in().ready() ? surroundings.in().readLine() : null;
            return piped == null || isYes(piped);
        }
        surroundings.err().print(question + " [y/N] ");
        surroundings.err().flush();
        String answer = surroundings.in().readLine();
        return answer != null && isYes(answer);
    }

    private static boolean isYes(String answer) {
        return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
