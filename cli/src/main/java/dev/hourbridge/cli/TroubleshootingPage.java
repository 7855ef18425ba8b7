package dev.hourbridge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sections of {@code docs/troubleshooting.md} by anchor. The page is packaged in the jar. Immutable. */
final class TroubleshootingPage {
    private static final String HEADING = "\n## ";

    private final Map<String, String> sections;

    private TroubleshootingPage(Map<String, String> sections) {
        this.sections = sections;
    }

    /** Reads the page from the jar; empty if the jar does not contain it. */
    static TroubleshootingPage load() {
        try (InputStream page = TroubleshootingPage.class.getResourceAsStream("troubleshooting.md")) {
            return of(page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("troubleshooting.md could not be read.", e);
        }
    }

    /**
     * Reads the page from text.
     *
     * @param page Markdown, with a heading of level 2 for each section
     */
    static TroubleshootingPage of(String page) {
        Map<String, String> sections = new LinkedHashMap<>();
        String[] parts = page.split(HEADING, -1);
        for (int i = 1; i < parts.length; i++) {
            String text = plain(parts[i]);
            sections.put(text.lines().findFirst().orElse(""), text);
        }
        return new TroubleshootingPage(Collections.unmodifiableMap(sections));
    }

    /** Removes the markup of bold text, code and links. */
    private static String plain(String markdown) {
        return markdown.replace("**", "")
                .replace("`", "")
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .strip();
    }

    /** Returns the anchors, in page order. */
    Set<String> anchors() {
        return sections.keySet();
    }

    /** Returns a section as plain text; empty if there is no such anchor. */
    Optional<String> section(String anchor) {
        return Optional.ofNullable(sections.get(anchor));
    }
}
