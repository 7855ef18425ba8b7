package dev.hourbridge.cli.config;

import dev.hourbridge.cli.file.BoundedFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a user's file as text and as YAML.
 *
 * <p>The parser is snakeyaml-engine, which creates no objects from tags. The file size is bounded, because a file that
 * is named by mistake must not exhaust the memory.
 */
final class YamlFile {
    private static final int MAX_BYTES = 4 << 20;

    private static final Pattern TAB_INDENT = Pattern.compile(" *\\t\\s*\\S.*");

    private YamlFile() {}

    /** Parses text as a mapping. */
    static YamlMap parse(String text, SourceLocation top, EnvironmentNames environment) {
        return YamlMap.of(root(text, top), top, environment);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it cannot be read as text
     */
    static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw new ConfigurationException(file + ": is a directory; specify a file");
        }
        try {
            return BoundedFile.read(file, MAX_BYTES);
        } catch (NoSuchFileException missing) {
            throw because(missing, file + ": the file does not exist");
        } catch (BoundedFile.TooLargeException noConfiguration) {
            throw because(
                    noConfiguration,
                    file + ": is longer than " + MAX_BYTES + " bytes; check that it is the " + "right file");
        } catch (CharacterCodingException foreign) {
            throw because(foreign, file + ": is not UTF-8");
        } catch (IOException unreadable) {
            throw because(unreadable, file + ": cannot be read");
        }
    }

    /** Parses the text. Omits the parser's message, which may quote a line with a password. */
    private static Node root(String text, SourceLocation top) {
        // Read at once, because the parser fails on a surrogate pair that is split by the end of its buffer.
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(text.length() + 2)
                .setCodePointLimit(MAX_BYTES)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.orElseThrow(() -> top.error("the file is empty"));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw tabIndent(text, line)
                    .map(tab -> top.line(tab).error("this is not valid YAML: indent with spaces, not with tabs"))
                    .orElseGet(() -> top.line(line)
                            .error("this is not valid YAML; enclose text with special characters in quotation marks"));
        } catch (YamlEngineException broken) {
            throw top.error("this is not valid YAML, or is more than one document");
        } catch (StackOverflowError tooDeep) {
            throw top.error("this is not a configuration: its lists or mappings are nested too deeply");
        }
    }

    /**
     * Returns the line at or just before an error that is indented with a tab. The parser may report it one line late.
     */
    private static Optional<Integer> tabIndent(String text, int line) {
        List<String> lines = text.lines().limit(line).toList();
        return IntStream.iterate(lines.size(), number -> number > Math.max(0, lines.size() - 2), number -> number - 1)
                .filter(number -> TAB_INDENT.matcher(lines.get(number - 1)).matches())
                .boxed()
                .findFirst();
    }

    private static ConfigurationException because(Exception cause, String message) {
        ConfigurationException error = new ConfigurationException(message);
        error.initCause(cause);
        return error;
    }
}
