package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.ServiceRules;
import java.util.List;

/** How TeamPulse answers: JSON, by either of the names that ASP.NET has for it. */
final class TeamPulseRules implements ServiceRules {
    @Override
    public List<String> accepted() {
        return List.of("application/json", "text/json");
    }

    @Override
    public List<String> errors(Answer answer) {
        return ErrorText.of(answer);
    }
}
