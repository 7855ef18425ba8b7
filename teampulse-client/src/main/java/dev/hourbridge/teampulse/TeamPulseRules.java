package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ServiceRules;
import java.util.List;

/** The rules of TeamPulse: JSON, with either of the content types that ASP.NET uses. */
final class TeamPulseRules implements ServiceRules {
    @Override
    public List<String> accepted() {
        return List.of("application/json", "text/json");
    }

    @Override
    public List<String> errors(ApiResponse response) {
        return ErrorText.of(response);
    }
}
