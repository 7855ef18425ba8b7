package dev.hourbridge.cli.config;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts variables of the environment in the place of {@code $}{@code {NAME}}; a doubled dollar sign keeps it as it is. */
final class EnvironmentNames {
    private static final Pattern NAME = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");

    private final UnaryOperator<@Nullable String> environment;

    EnvironmentNames(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    String replaceIn(String text, Where where) {
        Matcher matcher = NAME.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            if (name != null && matcher.group(2).isEmpty()) {
                throw where.error("${ is not closed; write ${NAME}, or $${ for a plain ${");
            }
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(name == null ? "${" : value(name, where)));
        }
        return matcher.appendTail(replaced).toString();
    }

    private String value(String name, Where where) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw where.error("${...} must hold the name of an environment variable; write $${ for a plain ${");
        }
        String value = environment.apply(name);
        if (value == null) {
            throw where.error("the environment variable " + name + " is not set");
        }
        return value;
    }
}
