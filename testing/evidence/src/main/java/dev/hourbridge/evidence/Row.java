package dev.hourbridge.evidence;

import java.util.List;

/** One row, as it was written down by a test. */
record Row(Area area, String name, String tried, String result, String count) {
    static Row ofTsv(String line) {
        List<String> cells = List.of(line.strip().split("\t", -1));
        return new Row(Area.valueOf(cells.get(0)), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    String toTsv() {
        return String.join("\t", area.name(), name, tried, result, count) + "\n";
    }
}
