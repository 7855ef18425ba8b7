package dev.hourbridge.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A paragraph of a page, or a comment, a string or the code between them of a Java file, on one line and without the
 * names in code format.
 *
 * @param line the line of the file where it begins
 */
record Passage(int line, String text) {
    /** Comments, text blocks, strings and characters, in this order, since each may contain the marks of those after it. */
    private static final Pattern JAVA_TEXT = Pattern.compile(
            "(?s)(/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\")|(\"(?:\\\\.|[^\"\\\\])*\")|('(?:\\\\.|[^'\\\\])*')");

    private static final Pattern CODE =
            Pattern.compile("\\{@(?:code|link|linkplain|value)[^}]*}|`[^`\\n]*`|<pre>.*?</pre>", Pattern.DOTALL);
    private static final Pattern END_OF_PARAGRAPH = Pattern.compile("\\n\\s*\\n|<p>|<li>");
    private static final Pattern COMMENT_MARGIN = Pattern.compile("\\n\\s*\\* ?");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Returns the paragraphs of a page in Markdown. */
    static List<Passage> ofPage(String page) {
        List<Passage> passages = new ArrayList<>();
        add(passages, 1, page);
        return passages;
    }

    /** Returns the comments and strings of a Java file. */
    static List<Passage> ofProse(String file) {
        List<Passage> passages = new ArrayList<>();
        for (MatchResult found : JAVA_TEXT.matcher(file).results().toList()) {
            if (found.group(3) == null) {
                add(
                        passages,
                        lineAt(file, found.start()),
                        COMMENT_MARGIN.matcher(found.group()).replaceAll("\n"));
            }
        }
        return passages;
    }

    /** Returns a Java file without its comments and strings. */
    static Passage ofCode(String file) {
        return new Passage(1, JAVA_TEXT.matcher(file).replaceAll(" "));
    }

    private static void add(List<Passage> passages, int line, String text) {
        String prose = CODE.matcher(text).replaceAll(found -> "`" + "\n".repeat(lines(found.group())));
        int at = line;
        int start = 0;
        for (MatchResult end : END_OF_PARAGRAPH.matcher(prose).results().toList()) {
            passages.add(of(at, prose.substring(start, end.start())));
            at += lines(prose.substring(start, end.end()));
            start = end.end();
        }
        passages.add(of(at, prose.substring(start)));
    }

    private static Passage of(int line, String text) {
        return new Passage(line, SPACE.matcher(text).replaceAll(" "));
    }

    private static int lineAt(String file, int offset) {
        return 1 + lines(file.substring(0, offset));
    }

    private static int lines(String text) {
        return (int) text.chars().filter(each -> each == '\n').count();
    }
}
