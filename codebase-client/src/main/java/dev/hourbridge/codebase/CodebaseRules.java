package dev.hourbridge.codebase;

import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ServiceRules;
import dev.hourbridge.http.internal.xml.Xml;
import java.util.List;

/** The rules of Codebase: XML only, and errors as a list of plain sentences. */
final class CodebaseRules implements ServiceRules {

    @Override
    public List<String> accepted() {
        return List.of("application/xml", "text/xml");
    }

    @Override
    public List<String> errors(ApiResponse response) {
        return Xml.errors(response);
    }
}
