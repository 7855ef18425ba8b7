package dev.hourbridge.http.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Request;

/**
 * Takes the credentials of a request out of what is said in its answer: a service in its debug mode, or a
 * proxy, may repeat the request in its error.
 */
final class HiddenCredentials {
    private static final String INSTEAD = "[hidden]";

    /** A shorter one is a filler, as the password beside an API key; it is in any text. */
    private static final int LEAST = 4;

    private final Optional<Pattern> forms;

    private HiddenCredentials(Optional<Pattern> forms) {
        this.forms = forms;
    }

    static HiddenCredentials of(Request request) {
        String header = request.header("Authorization");
        if (header == null) {
            return new HiddenCredentials(Optional.empty());
        }
        Set<String> forms = new LinkedHashSet<>();
        secrets(header).forEach(secret -> addForms(forms, secret));
        return new HiddenCredentials(forms.isEmpty() ? Optional.empty() : Optional.of(pattern(forms)));
    }

    /** The whole value, and of a pair its password, or its user where that is the key. */
    private static List<String> secrets(String header) {
        int space = header.indexOf(' ');
        String value = header.substring(space + 1);
        List<String> secrets = new ArrayList<>(List.of(value));
        String token = value.replaceFirst("^access_token=", "").replaceAll("^\"|\"$", "");
        secrets.add(token);
        decoded(token).ifPresent(secrets::add);
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                String password = pair.substring(colon + 1);
                secrets.add(password.length() < LEAST ? pair.substring(0, Math.max(colon, 0)) : password);
            } catch (IllegalArgumentException notBase64) {
                // Then it is hidden as it is.
            }
        }
        return secrets.stream().filter(secret -> secret.length() >= LEAST).toList();
    }

    /** A token may be sent percent-encoded, and repeated as it is. */
    private static Optional<String> decoded(String token) {
        try {
            return Optional.of(URLDecoder.decode(token, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static void addForms(Set<String> forms, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(HexFormat.of().formatHex(bytes));
    }

    private static Pattern pattern(Set<String> forms) {
        return Pattern.compile(
                forms.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
    }

    String hiddenIn(String text) {
        return forms.map(pattern -> pattern.matcher(text).replaceAll(INSTEAD)).orElse(text);
    }
}
