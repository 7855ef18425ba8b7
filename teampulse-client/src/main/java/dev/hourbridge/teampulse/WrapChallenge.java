package dev.hourbridge.teampulse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The challenge in a 401 response, which states where tokens are issued: {@code WRAP location="…",
 * client_id=uri:TeamPulse}. TeamPulse's guide shows unquoted values, but its own client reads only quoted ones. Both
 * are accepted. Other schemes may be present in the same header or in other headers.
 */
record WrapChallenge(Optional<String> location, Optional<String> clientId) {
    private static final Pattern SCHEME = Pattern.compile("([\\w-]+)(?:\\s+(?!=)(.+))?", Pattern.DOTALL);
    /** Possessive: the matcher would otherwise keep every character of a long value on the stack. */
    private static final Pattern PARAMETER =
            Pattern.compile("(\\w+)\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s\"]*))", Pattern.DOTALL);

    /** Returns the WRAP challenge from the header values; empty if there is none. */
    static Optional<WrapChallenge> parse(List<String> headers) {
        for (String header : headers) {
            Map<String, String> parameters = null;
            for (String piece : piecesOf(header)) {
                Matcher scheme = SCHEME.matcher(piece);
                String parameter = piece;
                if (scheme.matches()) {
                    if (parameters != null) {
                        break;
                    }
                    if (!scheme.group(1).equalsIgnoreCase("WRAP")) {
                        continue;
                    }
                    parameters = new HashMap<>();
                    parameter = scheme.group(2) == null ? "" : scheme.group(2);
                }
                if (parameters != null) {
                    read(parameter, parameters);
                }
            }
            if (parameters != null) {
                return Optional.of(new WrapChallenge(
                        Optional.ofNullable(parameters.get("location")),
                        Optional.ofNullable(parameters.get("client_id"))));
            }
        }
        return Optional.empty();
    }

    /** Reads one parameter of the challenge, with or without quotation marks. The first of a name counts. */
    private static void read(String text, Map<String, String> parameters) {
        Matcher parameter = PARAMETER.matcher(text.strip());
        if (parameter.matches()) {
            String value = parameter.group(2) == null
                    ? parameter.group(3)
                    : parameter.group(2).replaceAll("\\\\(.)", "$1");
            if (!value.isBlank()) {
                parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
    }

    /** Splits at the commas that are not inside quotes. */
    private static List<String> piecesOf(String header) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (quoted && c == '\\' && i + 1 < header.length()) {
                piece.append(c).append(header.charAt(++i));
                continue;
            }
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                pieces.add(piece.toString().strip());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString().strip());
        return pieces;
    }
}
