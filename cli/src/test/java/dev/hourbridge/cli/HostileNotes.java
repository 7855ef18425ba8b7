package dev.hourbridge.cli;

import java.util.List;

/** Notes that would do something in a page that did not escape them: run a script, end an element, break an attribute. */
final class HostileNotes {
    static final List<String> ALL = List.of(
            "<script>document.title = 'taken'; window.taken = true</script>",
            "<img src=x onerror=\"window.taken = true\">",
            "</td></tr></table><script>window.taken = true</script>",
            "\"><svg onload='window.taken = true'>",
            "' onmouseover='window.taken = true",
            "</title></head></script><script>window.taken = true</script>",
            "<!-- <style> ]]> <![CDATA[ &lt;script&gt; &amp; &#60;",
            "${report.title()} $unsafe{1} @for(;;) @raw",
            "<iframe srcdoc=\"<script>parent.taken = true</script>\"></iframe>",
            "<base href=\"https://example.invalid/\"><a href=\"javascript:window.taken = true\">x</a>");

    private HostileNotes() {}

    static Bench on(Bench bench) {
        ALL.forEach(note -> bench.withDayEntry(25, note));
        return bench;
    }
}
