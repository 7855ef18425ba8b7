package dev.hourbridge.simulators.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs in to TeamPulse and reads its responses. */
public final class TeamPulseWire {
    public static final String CLIENT = "wrap_client_id=uri%3ATeamPulse";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TeamPulseWire() {}

    /** With no token. */
    public static Wire anonymous(TeamPulseSimulator teamPulse) {
        return new Wire(teamPulse.url(), (String) null, "application/json");
    }

    public static Wire with(TeamPulseSimulator teamPulse, @Nullable String authorization) {
        return new Wire(teamPulse.url(), authorization, "application/json");
    }

    public static Wire signedIn(TeamPulseSimulator teamPulse) {
        return signedIn(teamPulse, teamPulse.username());
    }

    public static Wire signedIn(TeamPulseSimulator teamPulse, String username) {
        String token = form(token(teamPulse, byPassword(username, teamPulse.password(username))))
                .get("wrap_access_token");
        return with(teamPulse, "WRAP access_token=" + token);
    }

    public static HttpResponse<String> token(TeamPulseSimulator teamPulse, String form) {
        return new Wire(teamPulse.url(), (String) null, "application/x-www-form-urlencoded")
                .post("/Authenticate/WRAPv0.9", form);
    }

    public static String byPassword(String username, String password) {
        return CLIENT + "&wrap_username=" + encode(username) + "&wrap_password=" + encode(password);
    }

    public static String byRefreshToken(String token) {
        return CLIENT + "&wrap_refresh_token=" + encode(token);
    }

    public static Map<String, String> form(HttpResponse<String> response) {
        Map<String, String> form = new HashMap<>();
        for (String pair : response.body().split("&", -1)) {
            int equals = pair.indexOf('=');
            form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
