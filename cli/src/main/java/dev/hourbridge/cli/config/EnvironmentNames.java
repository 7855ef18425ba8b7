package dev.hourbridge.cli.config;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code $}{@code {NAME}} with environment variables. A second dollar sign before it prevents the replacement.
 *
 * <p>A value from the environment is used unchanged. It is not parsed as YAML, so a password may contain any character.
 */
final class EnvironmentNames {
    private static final Pattern NAME = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");

    private static final Pattern USUAL_NAME = Pattern.compile("[A-Z]+(_[A-Z0-9]+)*");

    /** The character with which the JVM replaces a byte that the locale's charset does not have. */
    private static final char UNDECODABLE = '\uFFFD';

    private final UnaryOperator<@Nullable String> environment;

    /**
     * Creates an instance.
     *
     * @param environment the variables; null for a variable that is not set
     */
    EnvironmentNames(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * Returns the text with the values of its variables.
     *
     * @throws ConfigurationException if a variable is not set; the message names it
     */
    String replaceIn(String text, SourceLocation location) {
        Matcher matcher = NAME.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            if (name != null && matcher.group(2).isEmpty()) {
                throw location.error("${ is not closed; write ${NAME}, or $${ for a literal ${");
            }
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(name == null ? "${" : value(name, location)));
        }
        return matcher.appendTail(replaced).toString();
    }

    /**
     * Returns the value of a variable.
     *
     * @throws ConfigurationException if the name is not a valid variable name, the variable is not set, or its value is
     *     not valid text
     */
    private String value(String name, SourceLocation location) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw location.error("${...} must contain the name of an environment variable; write $${ for a literal ${");
        }
        String value = environment.apply(name);
        if (value == null) {
            throw location.error(shown(name, location) + " is not set");
        }
        if (value.indexOf(UNDECODABLE) >= 0) {
            throw location.error(
                    shown(name, location) + " has characters that this locale cannot decode; set LC_ALL=C.UTF-8");
        }
        return value;
    }

    /** Returns the name for messages. Under credentials, it may be the secret itself. */
    private static String shown(String name, SourceLocation location) {
        return location.isConfidential() && !USUAL_NAME.matcher(name).matches()
                ? "the environment variable referenced here"
                : "the environment variable " + name;
    }
}
