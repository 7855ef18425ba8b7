package dev.hourbridge.cli.report;

import dev.hourbridge.migration.FieldLoss;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A bar in the chart of losses, and its line in the table next to the chart.
 *
 * <p>The longest bar is the loss with the most entries. The other bars are in proportion to it.
 */
record HtmlLoss(
        String field, String kind, String meaning, long entries, String share, String samples, int y, int width) {
    static final int BAR = 24;
    private static final int WIDTH = 340;

    /** Returns a bar for each loss, the largest first. */
    static List<HtmlLoss> of(List<FieldLoss> losses) {
        List<FieldLoss> sorted = losses.stream()
                .sorted(Comparator.comparingLong(FieldLoss::entries).reversed())
                .toList();
        long most = sorted.isEmpty() ? 1 : Math.max(1, sorted.get(0).entries());
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> of(sorted.get(i), i, most))
                .toList();
    }

    private static HtmlLoss of(FieldLoss loss, int position, long most) {
        return new HtmlLoss(
                Labels.of(loss.field()),
                Labels.of(loss.kind()),
                Labels.explained(loss.kind()),
                loss.entries(),
                Labels.percent(loss.share()),
                String.join(", ", loss.samples()),
                BAR * position,
                (int) Math.max(1, Math.round((double) loss.entries() * WIDTH / most)));
    }
}
