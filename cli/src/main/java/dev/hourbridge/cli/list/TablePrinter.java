package dev.hourbridge.cli.list;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.io.PrintStream;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints a table for users: one line per entry, truncated to the screen width, with the total at the end.
 *
 * <p>Text by other users is printed without control characters. Truncation never splits a character.
 */
final class TablePrinter implements EntryPrinter {
    private static final String ROW = "%-10s  %-5s  %8s  %-16s  %-20s  %-16s  %s%n";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int NOTE_WIDTH = 48;

    private final PrintStream out;
    private Duration sum = Duration.ZERO;
    private long entries;

    /** Creates a printer. */
    TablePrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        out.format(Locale.ROOT, ROW, "date", "start", "h:mm:ss", "person", "project", "task", "note");
    }

    @Override
    public void write(TimeEntry entry) {
        entries++;
        sum = sum.plus(entry.workTime().duration());
        String start = entry.workTime() instanceof WorkTime.Interval interval ? CLOCK.format(interval.start()) : "";
        out.format(
                Locale.ROOT,
                ROW,
                entry.workTime().localDate(),
                start,
                clock(entry.workTime().duration()),
                shown(entry.personName(), entry.person().map(each -> each.id()), 16),
                shown(entry.projectName(), entry.project().map(each -> each.id()), 20),
                shown(entry.taskName(), entry.task().map(each -> each.id()), 16),
                TerminalText.cut(entry.note(), NOTE_WIDTH));
    }

    @Override
    public void end() {
        out.println(entries + (entries == 1 ? " entry, " : " entries, ") + clock(sum));
        out.flush();
    }

    private static String shown(Optional<String> name, Optional<String> id, int width) {
        return TerminalText.cut(name.or(() -> id).orElse(""), width);
    }

    /** Returns a duration as {@code 7:30:00}; hours may have more than two digits. */
    static String clock(Duration duration) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
