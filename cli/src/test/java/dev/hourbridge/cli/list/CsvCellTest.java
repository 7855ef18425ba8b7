package dev.hourbridge.cli.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.cli.file.CsvCell;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CsvCellTest {
    private static final long SEED = 4180;
    private static final int CASES = 20_000;
    private static final List<String> PIECES = List.of(
            "=1+1",
            "=",
            "+1",
            "-",
            "@now",
            "a",
            "1",
            " ",
            "\t",
            ";",
            ",",
            "\n",
            "\r",
            "\r\n",
            "\"",
            "\"\"",
            "'",
            "|",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            "\u200D",
            "\u2028",
            "\u3164",
            "\u0301",
            "\uFF1D1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF20x",
            "\uFE661",
            "\u22121",
            "\u0000",
            "\u001B[31m",
            "\u009B31m",
            "\u007F",
            "\uD83D\uDE00");

    @Test
    void holdsNoFormulaWhereverALineIsSplit() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            StringBuilder value = new StringBuilder();
            for (int pieces = 1 + random.nextInt(8); pieces > 0; pieces--) {
                value.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String line = CsvPrinter.line(List.of("4711", value.toString(), "end"));
            for (String separators : List.of(",", ";", "\t", ",;\t", ";\t")) {
                for (String cell : cells(line, separators)) {
                    assertThat(isFormula(cell))
                            .as("seed %d: <%s> in <%s> split at <%s>", SEED, cell, line, separators)
                            .isFalse();
                }
            }
            assertThat(line.substring(0, line.length() - 2).chars())
                    .as("seed %d: %s", SEED, line)
                    .noneMatch(each -> Character.isISOControl(each) && each != '\n' && each != '\t');
        }
        Evidence.of(Area.REPORTS, "Formulas in CSV")
                .tried(
                        "random values of formulas, separators, quotation marks, blanks, signs without width and full-width signs,"
                                + " split at commas, semicolons, tabs and all of them, seed " + SEED)
                .result("no cell begins a formula, and no control character remains but line feeds and tabs")
                .count(CASES);
    }

    @Test
    void leavesOtherTextAsItIs() {
        assertThat(CsvCell.of("5 = 5, or (a+b)@home - ok")).isEqualTo("\"5 = 5, or (a+b)@home - ok\"");
        assertThat(CsvCell.of("plain")).isEqualTo("plain");
        assertThat(CsvCell.of("to do:\r\n- one\n- two")).isEqualTo("\"to do:\n'- one\n'- two\"");
        assertThat(CsvCell.of("red\u001B[31m")).isEqualTo("red\uFFFD[31m");
    }

    @Test
    void takesTimeInProportionToItsLength() {
        String hostile = "\n;\t= ".repeat(400_000);

        assertThat(CsvCell.of(hostile)).hasSizeGreaterThan(hostile.length());
    }

    /** As a lenient spreadsheet reads: quotation marks count where a field begins, and what follows them is kept. */
    private static List<String> cells(String text, String separators) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean atBeginning = true;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (quoted) {
                if (each == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (each == '"') {
                    quoted = false;
                } else {
                    cell.append(each);
                }
            } else if (each == '"' && atBeginning) {
                quoted = true;
                atBeginning = false;
            } else if (separators.indexOf(each) >= 0 || each == '\n' || each == '\r') {
                cells.add(cell.toString());
                cell.setLength(0);
                atBeginning = true;
            } else {
                cell.append(each);
                atBeginning = false;
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static boolean isFormula(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .replaceFirst("^[\\p{Z}\\p{Cf}\\p{Mn}\\s\"\uFFFD\u1160]+", "");
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }
}
