package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that repeats a secret of another client: of another person, or of the other side. */
final class SharedSecretsTest {
    private static final boolean IS_FULL = Boolean.getBoolean("hourbridge.full");
    private static final long SEED = 27_182;
    private static final String LETTERS = "abcdefghkmnpqrstuvwxyzABCDEFGHKMNPQRSTUVWXYZ23456789";
    private static final String SIGNS = "-._~!$&'()*+,;=@:/?%#[]{}|\\^`\"<> ";
    private static final int LETTERS_IN_A_ROW = 12;

    @TempDir
    Path directory;

    private final CapturedLog log = new CapturedLog();
    private long runs;

    @AfterEach
    void logAsBefore() {
        log.close();
    }

    @Test
    void areNowhereInAnyForm() throws IOException {
        try (RouteSide source = RouteSide.start("codebase");
                LiveTimerSide target = new LiveTimerSide();
                ProxiedSide before = new ProxiedSide(source);
                ProxiedSide after = new ProxiedSide(target)) {
            source.seed(7, 6);
            String sources = source.environment().values().iterator().next();
            for (boolean isOfSource : IS_FULL ? List.of(false, true) : List.of(false)) {
                for (String name : forms("any").keySet()) {
                    String olives = password(new Random(SEED + runs));
                    target.second(olives);
                    String secret = isOfSource ? sources : olives;
                    Map.Entry<String, String> form =
                            Map.entry(name, forms(secret).getOrDefault(name, ""));
                    for (int status : IS_FULL ? List.of(422, 500) : List.of(422)) {
                        after.proxy.words = "Something is wrong with " + form.getValue() + " here";
                        after.echoes((method, path) -> method.equals("POST") ? status : 0);
                        run(before, after, secret, form);
                        run(before, after, secret, form, "--json");
                    }
                    after.echoes((method, path) -> 0);
                    before.proxy.words = "Something is wrong with " + form.getValue() + " here";
                    before.echoes((method, path) -> 401);
                    run(before, after, secret, form);
                    before.echoes((method, path) -> 0);
                }
            }
        }
        Evidence.of(Area.SECRETS, "Secrets of other clients in what a service returns")
                .tried(
                        "a LiveTimer of two people and its source, which repeat the other person's secret, a random one, under -Pfull the other"
                                + " side's too, in each documented form, with a refusal of an entry, also with --json, of a request, and with a failure")
                .result(
                        "in no message, stack trace, log record, report, file of rejects or ledger; [hidden] in its place")
                .count(runs);
    }

    @Test
    void areHiddenAlsoWhereTheirClientIsNotUsed() throws IOException {
        try (RouteSide source = RouteSide.start("codebase");
                RouteSide target = RouteSide.start("livetimer");
                ProxiedSide after = new ProxiedSide(target)) {
            String secret = target.environment().getOrDefault("OLIVES_PASSWORD", "");
            after.proxy.words = "Olive's password is not " + secret;
            after.echoes((method, path) -> 401);

            CommandRun list = new Route(source, after, directory).run("list", "--side", "target", "--debug");

            assertThat(list.code()).isEqualTo(3);
            assertThat(list.err()).contains("Olive's password is not [hidden]").doesNotContain(secret);
        }
    }

    private void run(
            RouteSide source, RouteSide target, String secret, Map.Entry<String, String> form, String... options)
            throws IOException {
        Path place = Files.createDirectories(directory.resolve("run-" + runs++));
        CommandRun run = new Route(source, target, place)
                .run(Stream.concat(Stream.of("migrate", "--yes", "--debug"), Stream.of(options))
                        .toArray(String[]::new));
        Map<String, byte[]> texts = log.leftBehind(run, place);

        if (options.length == 0 && run.code() != ExitCode.TEMPORARY.code()) {
            assertThat(run.out() + run.err())
                    .as("%s, quoted with exit code %s", form.getKey(), run.code())
                    .contains("[hidden]");
        }
        texts.forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(text.toLowerCase(Locale.ROOT).contains(letters(secret).toLowerCase(Locale.ROOT))
                            || text.contains(core(form.getValue())))
                    .as("%s of %s in %s, exit code %s", form.getKey(), secret, name, run.code())
                    .isFalse();
        });
    }

    /** The longest run of letters and digits. */
    private static String letters(String secret) {
        return Arrays.stream(secret.split("[^A-Za-z0-9]+"))
                .max(Comparator.comparing(String::length))
                .orElseThrow();
    }

    /** Without its ends, where what is encoded together with the secret can show. */
    private static String core(String form) {
        return form.substring(form.length() / 6, form.length() * 5 / 6);
    }

    /** Signs, letters and digits in the middle, which no escape for HTML or JSON changes, and signs. */
    private static String password(Random random) {
        return characters(random, SIGNS, 4)
                + characters(random, LETTERS, LETTERS_IN_A_ROW)
                + characters(random, SIGNS, 4);
    }

    private static String characters(Random random, String from, int count) {
        return random.ints(count, 0, from.length())
                .mapToObj(at -> from.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    private static Map<String, String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] within = ("xy:" + secret + ":z").getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("plain", secret);
        forms.put("upper case", secret.toUpperCase(Locale.ROOT));
        forms.put("percent-encoded", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.put("percent-encoded wholly", each(bytes, "", "%%%02X"::formatted));
        forms.put("decimal HTML", each(bytes, "", "&#%d;"::formatted));
        forms.put("hexadecimal HTML", each(bytes, "", "&#x%x;"::formatted));
        forms.put("JSON", each(bytes, "", "\\u%04x"::formatted));
        forms.put("JavaScript", each(bytes, "", "\\x%02x"::formatted));
        forms.put("Base64", base64);
        forms.put(
                "Base64 of the URL alphabet",
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.put("Base64 within longer data", Base64.getEncoder().encodeToString(within));
        forms.put("hexadecimal", HexFormat.of().formatHex(bytes));
        forms.put("hexadecimal with blanks", each(bytes, " ", "%02x"::formatted));
        forms.put("hexadecimal with colons", each(bytes, ":", "%02X"::formatted));
        forms.put("hexadecimal with prefixes", each(bytes, ", ", "0x%02x"::formatted));
        forms.put(
                "JSON, percent-encoded",
                URLEncoder.encode(each(bytes, "", "\\u%04x"::formatted), StandardCharsets.UTF_8));
        return forms;
    }

    private static String each(byte[] bytes, String separator, IntFunction<String> text) {
        return Arrays.stream(HexFormat.ofDelimiter(" ").formatHex(bytes).split(" "))
                .map(hex -> text.apply(Integer.parseInt(hex, 16)))
                .collect(Collectors.joining(separator));
    }
}
