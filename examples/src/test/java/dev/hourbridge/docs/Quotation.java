package dev.hourbridge.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block in the documentation that is part of a file which the build compiles or runs: {@code <!-- in: FILE -->} above
 * it names the file.
 *
 * @param document where it stands
 * @param line its first line there
 * @param file the file
 * @param code the block
 */
record Quotation(Path document, int line, Path file, List<String> code) {
    private static final Pattern IN = Pattern.compile("<!-- in: (\\S+) -->");

    /** Returns whether a line announces a quotation. */
    static boolean isAnnounced(String line) {
        return IN.matcher(line).matches();
    }

    static List<Quotation> all() throws IOException {
        List<Quotation> quotations = new ArrayList<>();
        for (Path document : Snippet.documents()) {
            List<String> lines = Files.readAllLines(document);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = IN.matcher(lines.get(i));
                if (matcher.matches()) {
                    List<String> code = lines.subList(i + 2, lines.size()).stream()
                            .takeWhile(line -> !line.equals("```"))
                            .toList();
                    quotations.add(new Quotation(document, i + 3, Snippet.ROOT.resolve(matcher.group(1)), code));
                }
            }
        }
        return quotations;
    }

    /** Returns whether the file has the block, with any indentation. */
    boolean isInFile() throws IOException {
        return text(Files.readAllLines(file)).contains(text(code));
    }

    private static String text(List<String> lines) {
        return lines.stream().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
    }

    @Override
    public String toString() {
        return Snippet.ROOT.relativize(document) + ":" + line;
    }
}
