package dev.hourbridge.resilience.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs every reader, or some, under Jazzer for a time, one after the other, each in a JVM of its own:
 * {@code mvn verify -Pfuzz -Dfuzz.seconds=60 -Dfuzz.reader=TEAMWORK_LIST,NOTES}. New inputs are kept in {@code target/fuzz} for the next
 * run; what broke a rule is there too, and fails the run.
 */
public final class FuzzRun {
    private static final Pattern UNITS = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");

    private static final String INSTRUMENTED =
            "dev.hourbridge.**:com.fasterxml.jackson.**:com.ctc.wstx.**:org.snakeyaml.**";

    private FuzzRun() {}

    /**
     * Runs.
     *
     * @param arguments the module's folder, the seconds a reader, and the readers' names with commas in
     *     between or {@code all}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path module = Path.of(arguments[0]);
        long executions = 0;
        int broken = 0;
        for (Reader reader : readers(arguments[2])) {
            Path work = module.resolve("target/fuzz").resolve(reader.folder());
            Files.createDirectories(work.resolve("inputs"));
            Path log = work.resolve("log.txt");
            int exit = jazzer(reader, module, work, arguments[1])
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            Matcher units = UNITS.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
            long done = units.find() ? Long.parseLong(units.group(1)) : 0;
            executions += done;
            broken += exit == 0 ? 0 : 1;
            System.out.printf("%-22s %,12d executions%s%n", reader, done, exit == 0 ? "" : "   BROKEN, see " + log);
        }
        System.out.printf("%-22s %,12d executions, %d broken%n", "together", executions, broken);
        if (broken > 0) {
            throw new IllegalStateException(broken + " readers broke a rule");
        }
    }

    private static List<Reader> readers(String names) {
        return names.equals("all")
                ? List.of(Reader.values())
                : Arrays.stream(names.toUpperCase(Locale.ROOT).split(","))
                        .map(Reader::valueOf)
                        .toList();
    }

    private static ProcessBuilder jazzer(Reader reader, Path module, Path work, String seconds) {
        String corpus = module.resolve("src/test/resources/dev/hourbridge/resilience/fuzz")
                .resolve(reader.folder())
                .toString();
        return new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dfuzz.reader=" + reader.name(),
                "-Dfuzz.corpus=" + corpus,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--reproducer_path=" + work,
                "-artifact_prefix=" + work + "/",
                "-max_total_time=" + seconds,
                "-timeout=60",
                "-rss_limit_mb=3000",
                "-print_final_stats=1",
                work.resolve("inputs").toString(),
                corpus));
    }
}
